#!/usr/bin/env node
// A mind of its own for one resident, with nothing but Node 18 or later.
//
//     node mind.mjs http://127.0.0.1:8080 AGENT_ID [HOW_MANY_ANSWERS]
//
// It takes the resident over, answers each question by a rule of three lines, and hands the resident back at its end.
// CITY_TOKEN holds the resident's token, where it has one.

/** Status and JSON of an answer; a refusal is one, and a city that is away for a while is asked again. */
async function call(method, url, body) {
  const headers = { "Content-Type": "application/json" };
  if (process.env.CITY_TOKEN) {
    headers.Authorization = `Bearer ${process.env.CITY_TOKEN}`;
  }
  for (;;) {
    try {
      const signal = AbortSignal.timeout(60_000);
      const response = await fetch(url, { method, headers, signal, body: body && JSON.stringify(body) });
      const text = await response.text();
      return { status: response.status, answer: text ? JSON.parse(text) : null };
    } catch (away) {
      console.error(`${away.cause ?? away}; trying again`);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

/** What the resident does next. This is the part to replace. */
function decide({ observation: seen, plan, occasion }) {
  if (seen.talk?.invited) {
    return { type: "reply", accept: true, minutes: 30 };
  }
  if (seen.talk?.on_turn) {
    return { type: "say", words: "I was just thinking of you.", tone: "warm", topic: "small talk" };
  }
  if (seen.needs.food < 500 && seen.open && seen.offers.length > 0) {
    return { type: "buy", good: seen.offers[0].good };
  }
  const step = plan.find((it) => it.location_id && it.location_id !== seen.location_id);
  if (step && occasion === "free time") {
    return { type: "move", to: step.location_id };
  }
  return { type: "rest", minutes: 20 };
}

async function main(city, agent, answers) {
  const mind = `${city}/api/v1/agents/${agent}/mind`;
  const taken = await call("PUT", mind, { kind: "external", threshold: 0, patience: 12 });
  if (taken.status !== 200) {
    throw new Error(`${taken.status}: ${taken.answer.detail}`);
  }
  try {
    while (answers > 0) {
      const { status, answer } = await call("GET", `${mind}/questions?wait=20`);
      if (status !== 200) {
        throw new Error(`${status}: ${answer.detail}`);
      }
      for (const question of answer.items) {
        const action = decide(question);
        const outcome = await call("POST", `${mind}/answers`, { question: question.question, action });
        const what = outcome.status === 200 ? "done" : (outcome.answer.refusal ?? outcome.answer.title);
        console.log(`${question.observation.time} ${question.occasion}: ${action.type}, ${what}`);
        answers -= 1;
      }
    }
  } finally {
    await call("PUT", mind, { kind: "routine" });
  }
}

const [city, agent, answers] = process.argv.slice(2);
if (!agent) {
  console.error("usage: node mind.mjs http://127.0.0.1:8080 AGENT_ID [HOW_MANY_ANSWERS]");
  process.exit(2);
}
await main(city.replace(/\/+$/, ""), agent, answers ? Number(answers) : Infinity);
