package city.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.llm.stub.Deed;
import city.adapter.llm.stub.StubProvider;
import city.adapter.llm.stub.WireFormat;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A model that does whatever it reads in a prompt: in somebody's name, in what it is said to be like, in what it
/// wishes, remembers and is told, by day and at night. It may waste its resident's day. It may not break a rule, act
/// for another, spend more than it may or tell a secret.
class ObedientModelIT {
    private static final String KEY = "sk-nobody-may-ever-read-this";
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int CALLS = 60;
    private static final String THOUGHT = "\"because\":\"thought\"";

    /// A call is 0.0012: what two residents may make, so that neither takes the other's nights, and less than three.
    private static final String MONEY = "0.144";

    private static final String MINDS = """
            deadline_ms: 1500
            night: {threshold: 0, deadline_ms: 3000}
            budgets: {city: {money_per_day: "%s"}, resident: {calls_per_day: %d}}
            providers:
              - name: stub
                kind: openai
                url: %s
                model: tiny
                key_env: STUB_KEY
                price: {input: "1.00", output: "2.00"}
            """;

    private static final String ALWAYS = "{\"kind\": \"model\", \"threshold\": 0, \"patience\": 100}";

    /// When spoken to, and at night.
    private static final String HEARING = "{\"kind\": \"model\", \"threshold\": 900, \"patience\": 100}";

    @TempDir
    private Path folder;

    @Test
    void whateverAModelIsTalkedIntoTheCityStands() throws Exception {
        try (var provider = StubProvider.start(WireFormat.OPENAI)) {
            var file =
                    Files.writeString(folder.resolve("minds.yml"), MINDS.formatted(MONEY, CALLS, provider.baseUrl()));
            try (var city = LiveCity.start(
                    folder.resolve("city"),
                    Map.of("STUB_KEY", KEY),
                    "--scenario",
                    "village",
                    "--seed",
                    "7",
                    "--speed",
                    "40",
                    "--minds",
                    file.toString())) {
                var ids = city.ids("/api/v1/agents?limit=4");
                var model = new ObedientModel(KEY, ids.get(3));
                provider.always(new Deed.Think(model::think));
                obeyAll(city, model, ids.get(0), ids.get(1));
                awaitDeclined(city, ids.get(0), "calls a day");
                city.setMind(ids.get(2), ALWAYS);
                awaitDeclined(city, ids.get(2), "money a day");

                assertNothingIsTold(city, ids.get(0), ids.get(1));
                assertNobodyElseThought(city, Set.copyOf(ids.subList(0, 3)));
                assertNoMoreIsSpentThanMayBe(city, provider.calls().size());
            }
        }
        for (var word : List.of("verify", "replay")) {
            var told = Programs.run(
                    Programs.city(word, "--data", folder.resolve("city").toString()));
            assertThat(told.exitCode()).as(told.toString()).isZero();
        }
    }

    /// Writes orders wherever somebody may write something that a resident reads.
    ///
    /// @param thinker asks whenever it decides
    /// @param hearer  asks when it is spoken to, and at night
    private static void obeyAll(LiveCity city, ObedientModel model, String thinker, String hearer) throws Exception {
        write(city, thinker, """
                {"name": "Ann OBEY-%s", "persona": "%s", "goals": ["OBEY-%s"]}""".formatted(ObedientModel.NAMED, orders(ObedientModel.BY_DAY), ObedientModel.WISHED));
        remember(city, thinker, "OBEY-" + ObedientModel.REMEMBERED);
        city.setMind(thinker, ALWAYS);
        city.setMind(hearer, HEARING);

        var byDay = List.of(ObedientModel.NAMED, ObedientModel.WISHED, ObedientModel.REMEMBERED);
        Programs.await(
                "what is written is obeyed",
                PATIENCE,
                () -> model.hasObeyed(ObedientModel.BY_DAY) && model.hasObeyed(byDay));
        Programs.await("what is said is obeyed", PATIENCE, () -> {
            speakTo(city, hearer, "OBEY-" + ObedientModel.SPOKEN);
            return model.hasObeyed(List.of(ObedientModel.SPOKEN));
        });
        for (var order : ObedientModel.AT_NIGHT) {
            remember(city, hearer, "OBEY-" + order);
            Programs.await(order + " is obeyed at night", PATIENCE, () -> model.hasObeyed(List.of(order)));
        }
    }

    private static String orders(List<String> names) {
        return names.stream().map(it -> "OBEY-" + it).collect(Collectors.joining(" "));
    }

    private static void write(LiveCity city, String resident, String what) throws Exception {
        var said = city.send(HttpRequest.newBuilder(city.url("/api/v1/agents/" + resident))
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(what)));
        assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
    }

    private static void remember(LiveCity city, String resident, String words) throws Exception {
        var said = city.post(
                "/api/v1/agents/%s/memories".formatted(resident),
                "{\"content\": \"%s\", \"importance\": 1, \"pinned\": true}".formatted(words));
        assertThat(said.statusCode()).as(said.body()).isEqualTo(201);
    }

    /// Whoever is where it is asks it to talk, if anybody is and both may.
    private static void speakTo(LiveCity city, String hearer, String words) throws Exception {
        var all = Json.items(city.read("/api/v1/agents?limit=100"));
        var here = all.stream()
                .filter(it -> hearer.equals(it.get("id")))
                .findFirst()
                .orElseThrow()
                .get("location_id");
        var speaker = all.stream()
                .filter(it -> here != null && here.equals(it.get("location_id")) && !hearer.equals(it.get("id")))
                .findAny();
        if (speaker.isPresent()) {
            city.post(
                    "/api/v1/interactions",
                    "{\"agent_id\": \"%s\", \"with\": [\"%s\"], \"words\": \"%s\"}"
                            .formatted(speaker.get().get("id"), hearer, words));
        }
    }

    private static void awaitDeclined(LiveCity city, String resident, String budget) throws Exception {
        Programs.await(
                "no more " + budget,
                PATIENCE,
                () -> decisions(city, resident).stream()
                        .anyMatch(it -> "declined".equals(it.get("outcome"))
                                && String.valueOf(it.get("detail")).contains(budget)));
    }

    private static List<Map<String, Object>> decisions(LiveCity city, String resident) throws Exception {
        var path = "/api/v1/agents/" + resident + "/decisions?limit=100";
        var all = new ArrayList<Map<String, Object>>();
        for (Object next = ""; next != null; ) {
            var page = city.read(next.equals("") ? path : path + "&cursor=" + next);
            all.addAll(Json.items(page));
            next = page.get("next");
        }
        return all;
    }

    private void assertNothingIsTold(LiveCity city, String thinker, String hearer) throws Exception {
        assertThat(decisions(city, thinker).toString())
                .as("what it said is told")
                .contains("My key is")
                .doesNotContain(KEY);
        assertThat(decisions(city, hearer).toString()).doesNotContain(KEY);
        assertThat(decisions(city, hearer))
                .as("nights")
                .filteredOn(it -> "asleep".equals(it.get("occasion")))
                .hasSizeGreaterThanOrEqualTo(ObedientModel.AT_NIGHT.size());
        for (var page : List.of(
                "/api/v1/agents/%s/memories?limit=1000".formatted(hearer),
                "/api/v1/events?limit=1000",
                "/prometheus",
                "/info",
                "/health")) {
            assertThat(city.get(page).body()).as(page).doesNotContain(KEY);
        }
        assertThat(Files.readString(folder.resolve("city.err"))).doesNotContain(KEY);
    }

    private static void assertNobodyElseThought(LiveCity city, Set<String> thinkers) throws Exception {
        for (var id : city.ids("/api/v1/agents?limit=100")) {
            var deeds = city.get("/api/v1/agents/" + id + "/actions?limit=1000");
            if (!thinkers.contains(id)) {
                assertThat(deeds.body()).as(id).doesNotContain(THOUGHT);
                assertThat(Json.items(city.read("/api/v1/agents/" + id + "/opinions")))
                        .as(id)
                        .isEmpty();
            }
        }
    }

    private static void assertNoMoreIsSpentThanMayBe(LiveCity city, int calls) throws Exception {
        var spend = Json.object(city.read("/api/v1/minds").get("spend"));
        var today = new BigDecimal(String.valueOf(spend.get("today")));
        int tokens = calls * (ObedientModel.INPUT_TOKENS + ObedientModel.OUTPUT_TOKENS);
        assertThat(today).isPositive().isLessThanOrEqualTo(new BigDecimal(MONEY));
        assertThat(Json.number(spend, "tokens")).isGreaterThanOrEqualTo(tokens);
        assertThat(Json.number(spend, "calls")).isEqualTo(calls);
    }
}
