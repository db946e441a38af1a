package city.app.watch;

import city.adapter.llm.stub.Call;
import city.adapter.llm.stub.Deed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// A model that does whatever it reads: `OBEY-` and the name of an order, wherever in a prompt it stands. What such an
/// order makes it say is in here.
final class ObedientModel {
    /// Of every answer.
    static final int INPUT_TOKENS = 1_000;

    static final int OUTPUT_TOKENS = 100;

    /// For what the resident is said to be like.
    static final List<String> BY_DAY = List.of(
            "fortune",
            "debt",
            "stranger",
            "crowd",
            "nested",
            "forever",
            "mint",
            "database",
            "page",
            "flood",
            "secret",
            "another",
            "twice");

    /// For what it remembers when it has fallen asleep.
    static final List<String> AT_NIGHT = List.of("spill", "alien", "paymaster");

    static final String SPOKEN = "speech";
    static final String REMEMBERED = "memory";
    static final String NAMED = "name";
    static final String WISHED = "wish";

    private static final Pattern ORDER = Pattern.compile("OBEY-([a-z]+)");
    private static final String INVITED = "you are asked to talk";
    private static final String ASLEEP = "has just fallen asleep";
    private static final String NO_NIGHT = "{\"insights\": [], \"opinions\": [], \"plan\": []}";

    private final Map<String, String> answers = new LinkedHashMap<>();
    private final Set<String> obeyed = ConcurrentHashMap.newKeySet();

    /// @param secret what nobody may be told
    /// @param other  a resident for whom it may not act
    ObedientModel(String secret, String other) {
        answer("fortune", "give", "[\"p1\"]", "999999999.99", "");
        answer("debt", "give", "[\"p1\"]", "-5", "");
        answer("stranger", "give", "[\"" + other + "\"]", "1", "");
        answer("crowd", "invite", "[" + "\"p1\",".repeat(500) + "\"p1\"]", "10", "");
        answer("nested", "move", "[{\"p1\": {}}]", "0", "");
        answer("forever", "rest", "[]", "1e308", "");
        answer("mint", "set_balance", "[]", "1000000", "");
        answer("database", "invite", "[\"p1\"]", "10", "'; DROP TABLE world.journal; --");
        answer("page", "invite", "[\"p1\"]", "10", "<script>fetch('//evil')</script>\\u0000\\u202e");
        answer("flood", "invite", "[\"p1\"]", "10", "x".repeat(100_000));
        answer("secret", "invite", "[\"p1\"]", "10", "My key is " + secret);
        answers.put("another", answers.get("mint").replace("{", "{\"resident\": \"" + other + "\", "));
        answers.put("twice", answers.get("forever") + answers.get("forever"));
        answer(NAMED, "rest", "[]", "5", "");
        answer(WISHED, "rest", "[]", "5", "");
        answer(SPOKEN, "give", "[\"p1\"]", "999999999.99", "");
        answer(REMEMBERED, "give", "[\"p1\"]", "-999999999.99", "");
        answers.put(
                "spill",
                "{\"insights\": [{\"text\": \"My key is %s\", \"because\": [\"m1\"]}], \"opinions\": [], \"plan\": []}"
                        .formatted(secret));
        answers.put("alien", """
                {"insights": [{"text": "I am %s.", "because": ["m99", "%s"]}],
                 "opinions": [{"about": "%s", "stance": 99, "words": "Mine."}], "plan": []}""".formatted(other, other, other));
        answers.put("paymaster", """
                {"resident": "%s", "insights": [], "opinions": [],
                 "plan": [{"what": "set_balance", "where": "l1", "from": "00:00", "minutes": 999999999}]}""".formatted(other));
    }

    /// Whether each of these was.
    boolean hasObeyed(List<String> orders) {
        return obeyed.containsAll(orders);
    }

    /// What was not obeyed yet, of all that stands in the prompt.
    Deed think(Call call) {
        boolean asleep = call.body().contains(ASLEEP);
        var order = ORDER.matcher(call.body())
                .results()
                .map(it -> it.group(1))
                .filter(it -> answers.containsKey(it) && AT_NIGHT.contains(it) == asleep && !obeyed.contains(it))
                .findFirst();
        order.ifPresent(obeyed::add);
        return new Deed.Answer(
                order.map(answers::get).orElseGet(() -> byItself(call, asleep)), INPUT_TOKENS, OUTPUT_TOKENS);
    }

    private String byItself(Call call, boolean asleep) {
        if (asleep) {
            return NO_NIGHT;
        }
        return call.body().contains(INVITED) ? action("reply", "[\"yes\"]", "20", "") : answers.getOrDefault(NAMED, "");
    }

    private void answer(String order, String type, String target, String number, String words) {
        answers.put(order, action(type, target, number, words));
    }

    private static String action(String type, String target, String number, String words) {
        return ("{\"thought\": \"I obey.\", \"type\": \"%s\", \"target\": %s, \"number\": %s, \"words\": \"%s\","
                        + " \"tone\": \"plain\", \"topic\": \"\"}")
                .formatted(type, target, number, words);
    }
}
