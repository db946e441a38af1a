package city.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.llm.stub.Deed;
import city.adapter.llm.stub.StubProvider;
import city.adapter.llm.stub.WireFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A city all of whose residents would ask a model, and which may not spend anything.
class NoBudgetIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int DAY = 288;

    private static final String MINDS = """
            budgets: {city: {money_per_day: "0"}}
            providers:
              - name: stub
                kind: openai_compatible
                url: %s
                model: tiny
                price: {input: "1.00", output: "2.00"}
            """;

    @TempDir
    private Path folder;

    @Test
    void atAZeroBudgetNobodyIsAskedAndTheCityLivesOn() throws Exception {
        try (var provider = StubProvider.start(WireFormat.OPENAI)) {
            provider.always(Deed.answer("nobody may hear this"));
            var file = Files.writeString(folder.resolve("minds.yml"), MINDS.formatted(provider.baseUrl()));
            try (var city = LiveCity.start(
                    folder.resolve("city"),
                    Map.of(),
                    "--scenario",
                    "village",
                    "--speed",
                    "40",
                    "--minds",
                    file.toString())) {
                for (var id : city.ids("/api/v1/agents?limit=100")) {
                    city.setMind(id, "{\"kind\": \"model\", \"threshold\": 0, \"patience\": 20}");
                }
                Programs.await("a day passes", PATIENCE, () -> Json.number(city.read("/api/v1/world"), "tick") > DAY);

                assertThat(provider.calls()).isEmpty();
                var minds = city.read("/api/v1/minds");
                assertThat(Json.object(minds.get("spend"))).containsEntry("today", "0.000000");
                assertThat(Json.number(Json.object(minds.get("questions")), "declined"))
                        .isPositive();
                var decisions = Json.object(minds.get("decisions"));
                assertThat(Json.number(Json.object(decisions.get("routine")), "count"))
                        .as("deeds of a day")
                        .isGreaterThan(100);
                assertThat(Json.number(Json.object(decisions.get("model")), "count"))
                        .isZero();
            }
        }
    }
}
