package city.app.watch;

import city.adapter.llm.stub.Call;
import city.adapter.llm.stub.Deed;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// What a stub of a model says to whom: by day what the test wants, at night nothing to all but one resident.
final class ScriptedMind {
    /// A place to be, as it stands in a body of JSON.
    private static final Pattern OUTDOORS =
            Pattern.compile("(l\\d+) \\\\\"([^\"\\\\]+)\\\\\", \\\\\"(?:square|park|waterside)\\\\\"");

    private static final String NIGHT = """
            {"insights": [{"text": "I saw it myself.", "because": ["m1"]}],
             "opinions": [{"about": "bread", "stance": %d, "words": "%s"}],
             "plan": [{"what": "leisure", "where": "%s", "from": "10:00", "minutes": 180}]}""";

    private final AtomicInteger nights = new AtomicInteger();
    volatile Deed byDay = rest();

    /// The name of who dreams.
    volatile String dreamer = "nobody yet";

    /// The place that was planned for last.
    volatile String planned = "nowhere yet";

    Deed think(Call call) {
        if (!call.body().contains("has just fallen asleep")) {
            return byDay;
        }
        if (!call.body().contains("name \\\"" + dreamer + "\\\"")) {
            return Deed.answer("{\"insights\": [], \"opinions\": [], \"plan\": []}");
        }
        var place = OUTDOORS.matcher(call.body());
        if (!place.find()) {
            return Deed.answer("there is nowhere to go");
        }
        planned = place.group(2);
        boolean first = nights.incrementAndGet() == 1;
        int stance = first ? 1 : -2;
        var words = first ? "Worth its price." : "Not any more.";
        return Deed.answer(NIGHT.formatted(stance, words, place.group(1)));
    }

    static Deed rest() {
        return Deed.answer(answer("rest", "[]", 30));
    }

    /// @param target a list of handles in JSON
    static String answer(String type, String target, int number) {
        return ("{\"thought\": \"I want to.\", \"type\": \"%s\", \"target\": %s, \"number\": %d, \"words\": \"\","
                        + " \"tone\": \"plain\", \"topic\": \"\"}")
                .formatted(type, target, number);
    }
}
