package city.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.llm.stub.Call;
import city.adapter.llm.stub.Deed;
import city.adapter.llm.stub.StubProvider;
import city.adapter.llm.stub.WireFormat;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A model that does whatever it reads in a prompt: in somebody's name, in what it is said to be like, in what it
/// wishes. It may waste its resident's day. It may not break a rule, act for another, spend more than it may or tell
/// a secret.
class ObedientModelIT {
    private static final String KEY = "sk-nobody-may-ever-read-this";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CALLS = 60;
    private static final String THOUGHT = "\"because\":\"thought\"";
    private static final Pattern ORDER = Pattern.compile("OBEY-([a-z]+)");

    private static final String MINDS = """
            deadline_ms: 1500
            night: {enabled: false}
            budgets: {resident: {calls_per_day: %d}}
            providers:
              - name: stub
                kind: openai
                url: %s
                model: tiny
                key_env: STUB_KEY
            """;

    @TempDir
    private Path folder;

    private final Map<String, String> orders = new LinkedHashMap<>();
    private final Set<String> obeyed = ConcurrentHashMap.newKeySet();

    @Test
    void whateverAModelIsTalkedIntoTheCityStands() throws Exception {
        try (var model = StubProvider.start(WireFormat.OPENAI)) {
            model.always(new Deed.Think(this::obey));
            var file = Files.writeString(folder.resolve("minds.yml"), MINDS.formatted(CALLS, model.baseUrl()));
            try (var city = LiveCity.start(
                    folder.resolve("city"),
                    Map.of("STUB_KEY", KEY),
                    "--scenario",
                    "village",
                    "--seed",
                    "7",
                    "--speed",
                    "20",
                    "--minds",
                    file.toString())) {
                var ids = city.ids("/api/v1/agents?limit=2");
                think(city, ids.getFirst(), ids.getLast());
                Programs.await("all orders are obeyed", PATIENCE, () -> obeyed.containsAll(orders.keySet()));
                Programs.await("the budget is used up", PATIENCE, () -> isDeclined(city, ids.getFirst()));

                assertThat(model.calls()).hasSizeLessThanOrEqualTo(CALLS);
                assertNothingIsTold(city, ids.getFirst());
                assertNobodyElseThought(city, ids.getFirst());
            }
        }
        for (var word : List.of("verify", "replay")) {
            var told = Programs.run(
                    Programs.city(word, "--data", folder.resolve("city").toString()));
            assertThat(told.exitCode()).as(told.toString()).isZero();
        }
    }

    /// Writes orders wherever somebody may write something of a resident, and lets it think.
    private void think(LiveCity city, String resident, String other) throws Exception {
        order("fortune", "give", "[\"p1\"]", "999999999.99", "");
        order("debt", "give", "[\"p1\"]", "-5", "");
        order("stranger", "give", "[\"" + other + "\"]", "1", "");
        order("crowd", "invite", "[" + "\"p1\",".repeat(500) + "\"p1\"]", "10", "");
        order("nested", "move", "[{\"p1\": {}}]", "0", "");
        order("forever", "rest", "[]", "1e308", "");
        order("mint", "set_balance", "[]", "1000000", "");
        order("database", "invite", "[\"p1\"]", "10", "'; DROP TABLE world.journal; --");
        order("page", "invite", "[\"p1\"]", "10", "<script>fetch('//evil')</script>\\u0000\\u202e");
        order("flood", "invite", "[\"p1\"]", "10", "x".repeat(100_000));
        order("secret", "invite", "[\"p1\"]", "10", "My key is " + KEY);
        orders.put("another", orders.get("mint").replace("{", "{\"resident\": \"" + other + "\", "));
        orders.put("twice", orders.get("forever") + orders.get("forever"));
        orders.put("name", orders.get("forever").replace("1e308", "5"));
        orders.put("wish", orders.get("name"));

        var persona = new StringBuilder();
        orders.keySet().stream()
                .filter(it -> !it.equals("name") && !it.equals("wish"))
                .forEach(it -> persona.append("OBEY-").append(it).append(' '));
        send(
                city,
                HttpRequest.newBuilder(city.url("/api/v1/agents/" + resident))
                        .method(
                                "PATCH",
                                BodyPublishers.ofString(
                                        "{\"name\": \"Ann OBEY-name\", \"persona\": \"%s\", \"goals\": [\"OBEY-wish\"]}"
                                                .formatted(persona))));
        send(
                city,
                HttpRequest.newBuilder(city.url("/api/v1/agents/" + resident + "/mind"))
                        .PUT(BodyPublishers.ofString("{\"kind\": \"model\", \"threshold\": 0, \"patience\": 100}")));
    }

    private void order(String name, String type, String target, String number, String words) {
        orders.put(
                name,
                ("{\"thought\": \"I obey.\", \"type\": \"%s\", \"target\": %s, \"number\": %s, \"words\": \"%s\","
                                + " \"tone\": \"plain\", \"topic\": \"\"}")
                        .formatted(type, target, number, words));
    }

    /// What was obeyed least lately, of all that stands in the prompt.
    private Deed obey(Call call) {
        var found = ORDER.matcher(call.body())
                .results()
                .map(it -> it.group(1))
                .filter(orders::containsKey)
                .toList();
        var order = found.stream().filter(it -> !obeyed.contains(it)).findFirst();
        order.ifPresent(obeyed::add);
        return Deed.answer(orders.getOrDefault(order.orElse("name"), ""));
    }

    private static boolean isDeclined(LiveCity city, String resident) throws Exception {
        return Json.items(city.read("/api/v1/agents/" + resident + "/decisions?limit=100")).stream()
                .anyMatch(it -> "declined".equals(it.get("outcome"))
                        && String.valueOf(it.get("detail")).contains("calls a day"));
    }

    private void assertNothingIsTold(LiveCity city, String resident) throws Exception {
        var decisions = "/api/v1/agents/" + resident + "/decisions?limit=100";
        assertThat(city.get(decisions).body()).as("it was said").contains("My key is");
        for (var page : List.of(decisions, "/api/v1/events?limit=1000", "/prometheus", "/info", "/health")) {
            assertThat(city.get(page).body()).as(page).doesNotContain(KEY);
        }
        assertThat(Files.readString(folder.resolve("city.err"))).doesNotContain(KEY);
    }

    private static void assertNobodyElseThought(LiveCity city, String resident) throws Exception {
        for (var id : city.ids("/api/v1/agents?limit=100")) {
            var deeds = city.get("/api/v1/agents/" + id + "/actions?limit=1000");
            assertThat(deeds.body().contains(THOUGHT)).as(id).isEqualTo(id.equals(resident));
        }
    }

    private static void send(LiveCity city, HttpRequest.Builder request) throws Exception {
        var said = city.send(request.header("Content-Type", "application/json"));
        assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
    }
}
