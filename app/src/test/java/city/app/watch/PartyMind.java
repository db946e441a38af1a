package city.app.watch;

import city.adapter.llm.stub.Call;
import city.adapter.llm.stub.Deed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// A model by script that lives by its plan and speaks of nothing but the party of which it knows. It reads the prompt
/// and nothing else.
final class PartyMind {
    static final String WORDS = "There is a party, and you must come.";

    private static final Pattern NAME = Pattern.compile("name \"([^\"]+)\", age");
    private static final Pattern NOW = Pattern.compile("(?m)^(\\w+day \\d\\d:\\d\\d), ");
    private static final Pattern PARTY =
            Pattern.compile("(?m)^y1 .* at (l\\d+|\"[^\"]*\"), (\\w+day) (\\d\\d:\\d\\d) to (\\d\\d:\\d\\d)$");
    private static final Pattern STEP =
            Pattern.compile("(?m)^WHAT YOU MEANT TO DO\n(\\w+day \\d\\d:\\d\\d) \"([^\"]+)\"(?: at (l\\d+))?$");
    private static final Pattern HUNGRY = Pattern.compile("(?m)^food [0-4]?\\d,");
    private static final Pattern CARRIED = Pattern.compile("(?m)^you carry \\d+ \"([^\"]+)\"$");
    private static final Pattern PRESENT = Pattern.compile("(?m)^PEOPLE\n(p\\d+) ");

    private final Set<String> knew = ConcurrentHashMap.newKeySet();

    /// The names of those whose prompts told of a party.
    Set<String> knew() {
        return Set.copyOf(knew);
    }

    Deed think(Call call) {
        var messages = (List<?>) Json.object(call.body()).get("messages");
        return decide((String) Json.object(messages.getLast()).get("content"));
    }

    private Deed decide(String seen) {
        var party = PARTY.matcher(seen);
        boolean knows = party.find();
        if (knows) {
            first(NAME, seen).ifPresent(knew::add);
        }
        if (seen.contains("you are asked to talk")) {
            return answer("reply", "yes", 20, "", "");
        }
        if (seen.contains("it is not your turn")) {
            return answer("wait", "", 10, "", "");
        }
        if (seen.contains("it is your turn")) {
            return knows && !seen.contains(WORDS)
                    ? answer("say", "", 0, WORDS, "y1")
                    : answer("leave_talk", "", 0, "Good day to you.", "");
        }
        if (HUNGRY.matcher(seen).find()
                && CARRIED.matcher(seen).results().findAny().isPresent()) {
            return answer("use", first(CARRIED, seen).orElseThrow(), 0, "", "");
        }
        var moment = first(NOW, seen).orElse("");
        if (knows
                && isOn(party.group(2), party.group(3), party.group(4), moment)
                && party.group(1).startsWith("l")) {
            return answer("move", party.group(1), 0, "", "");
        }
        var present = first(PRESENT, seen);
        if (knows && present.isPresent()) {
            return answer("invite", present.get(), 20, WORDS, "y1");
        }
        return byPlan(seen);
    }

    private static Deed byPlan(String seen) {
        var step = STEP.matcher(seen);
        if (!step.find()) {
            return answer("rest", "", 30, "", "");
        }
        if (step.group(3) != null) {
            return answer("move", step.group(3), 0, "", "");
        }
        return switch (step.group(2)) {
            case "work" -> answer("work", "", 0, "", "");
            case "sleep" -> answer("sleep", "", 0, "", "");
            default -> answer("rest", "", 30, "", "");
        };
    }

    /// All as in `Tuesday 18:05`.
    private static boolean isOn(String day, String from, String to, String now) {
        return now.compareTo(day + " " + from) >= 0 && now.compareTo(day + " " + to) < 0 && now.startsWith(day);
    }

    private static Optional<String> first(Pattern pattern, String seen) {
        var found = pattern.matcher(seen);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static Deed answer(String type, String target, int number, String words, String topic) {
        var targets = target.isEmpty() ? "" : '"' + target + '"';
        return Deed.answer("""
                {"thought": "I want to.", "type": "%s", "target": [%s], "number": %d, "words": "%s",
                 "tone": "warm", "topic": "%s"}""".formatted(type, targets, number, words, topic));
    }
}
