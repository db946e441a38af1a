package city.adapter.web;

import static city.adapter.web.WritingTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import city.world.kernel.access.Vitals;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A city whose database is away.
class AbsentRecordTest {
    private static final String PAYMENT = """
            {"sender_id": "%s", "receiver_id": "%s", "amount": "1.00"}""".formatted(TestCity.ADA, TestCity.BEN);

    @Test
    void whatFailsMeanwhileAsksToComeAgainAndTheRestIsAnswered() throws Exception {
        try (var site = new Site()) {
            site.kernel.rules = _ -> {
                throw new IllegalStateException("connection refused by secret-host");
            };
            assertThat(site.post("/api/v1/economy/transactions", PAYMENT).statusCode())
                    .isEqualTo(500);
            site.city.transfersAreAway = true;
            site.kernel.vitals = new Vitals(Vitals.State.WAITING_FOR_RECORD, Optional.of("connection refused"));

            var refused = site.post("/api/v1/economy/transactions", PAYMENT);

            assertProblem(refused, 503, "/problems/unavailable");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).doesNotContain("secret");
            assertThat(site.get("/api/v1/world").statusCode()).isEqualTo(200);
            assertThat(site.get("/openapi.yaml").statusCode()).isEqualTo(200);
            var health = site.get("/health");
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).contains("\"waiting_for_record\"", "connection refused");
        }
    }
}
