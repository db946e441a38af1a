#!/usr/bin/env python3
"""A mind of its own for one resident, with nothing but Python's standard library.

    python3 mind.py http://127.0.0.1:8080 AGENT_ID [HOW_MANY_ANSWERS]

It takes the resident over, answers each question by a rule of three lines, and hands the resident back at its end.
CITY_TOKEN holds the resident's token, where it has one.
"""
import http.client
import json
import os
import sys
import time
import urllib.error
import urllib.request


def call(method, url, body=None):
    """Status and JSON of an answer; a refusal is one, and a city that is away for a while is asked again."""
    data = None if body is None else json.dumps(body).encode()
    headers = {"Content-Type": "application/json"}
    if "CITY_TOKEN" in os.environ:
        headers["Authorization"] = "Bearer " + os.environ["CITY_TOKEN"]
    request = urllib.request.Request(url, data, headers, method=method)
    while True:
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                text = response.read()
                return response.status, json.loads(text) if text else None
        except urllib.error.HTTPError as refused:
            return refused.code, json.load(refused)
        except (OSError, http.client.HTTPException) as away:
            print(f"{away}; trying again", file=sys.stderr, flush=True)
            time.sleep(1)


def decide(question):
    """What the resident does next. This is the part to replace."""
    seen = question["observation"]
    talk = seen["talk"]
    if talk and talk["invited"]:
        return {"type": "reply", "accept": True, "minutes": 30}
    if talk and talk["on_turn"]:
        return {"type": "say", "words": "I was just thinking of you.", "tone": "warm", "topic": "small talk"}
    if seen["needs"]["food"] < 500 and seen["open"] and seen["offers"]:
        return {"type": "buy", "good": seen["offers"][0]["good"]}
    steps = [step for step in question["plan"] if step.get("location_id") and step["location_id"] != seen["location_id"]]
    if steps and question["occasion"] == "free time":
        return {"type": "move", "to": steps[0]["location_id"]}
    return {"type": "rest", "minutes": 20}


def main(city, agent, answers):
    mind = f"{city}/api/v1/agents/{agent}/mind"
    status, answer = call("PUT", mind, {"kind": "external", "threshold": 0, "patience": 12})
    if status != 200:
        sys.exit(f"{status}: {answer['detail']}")
    try:
        while answers > 0:
            status, questions = call("GET", f"{mind}/questions?wait=20")
            if status != 200:
                sys.exit(f"{status}: {questions['detail']}")
            if not questions["items"]:
                continue
            question = questions["items"][0]
            action = decide(question)
            status, outcome = call("POST", f"{mind}/answers", {"question": question["question"], "action": action})
            what = "done" if status == 200 else outcome.get("refusal", outcome["title"])
            print(f"{question['observation']['time']} {question['occasion']}: {action['type']}, {what}", flush=True)
            answers -= 1
    finally:
        call("PUT", mind, {"kind": "routine"})


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1].rstrip("/"), sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else sys.maxsize)
