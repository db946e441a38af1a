package city.adapter.mqtt.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.adapter.mqtt.Await;
import city.adapter.mqtt.TestClient;
import city.adapter.mqtt.link.Credentials;
import city.agents.spi.Speakers;
import city.agents.spi.Speakers.Standing;
import city.world.ResidentId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Clients that speak for residents, and those who would like to.
class OwnersTest {
    private static final int REFUSED = 0x80;
    private static final Duration A_MOMENT = Duration.ofMillis(400);
    private static final UUID ANN = new UUID(1, 1);
    private static final UUID BOB = new UUID(1, 2);
    private static final Map<ResidentId, String> TOKENS = new ConcurrentHashMap<>();
    private static final Speakers SPEAKERS = (resident, token) -> {
        var own = TOKENS.getOrDefault(resident, "");
        return own.isEmpty() ? Standing.ANYBODY : own.equals(token) ? Standing.OWNER : Standing.UNKNOWN;
    };

    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(EmbeddedBroker.Settings.onPort(0, "", SPEAKERS));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @BeforeEach
    void issue() {
        TOKENS.put(new ResidentId(ANN), "city_anns");
        TOKENS.put(new ResidentId(BOB), "city_bobs");
    }

    @Test
    void whoHasTheTokenReadsAndWritesForItsResident() throws Exception {
        try (var platform = platform();
                var ann = client("ann-mind", ANN, "city_anns")) {
            platform.subscribe("agents/+/intent");
            assertThat(ann.subscribe(topic(ANN, "observation"))).isLessThan(REFUSED);
            assertThat(ann.subscribe(topic(ANN, "outcome"))).isLessThan(REFUSED);

            platform.publish(topic(ANN, "observation"), "what you see", false);
            assertThat(ann.next()).extracting("text").isEqualTo("what you see");
            assertThat(ann.publish(topic(ANN, "intent"), "what I do", false)).isLessThan(REFUSED);
            assertThat(platform.next()).extracting("text").isEqualTo("what I do");
            platform.publish(topic(ANN, "outcome"), "done", false);
            assertThat(ann.next()).extracting("text").isEqualTo("done");
        }
    }

    @Test
    void whoHasOneTokenDoesNothingForAnother() throws Exception {
        try (var platform = platform();
                var bob = client("bob-mind", BOB, "city_bobs")) {
            for (var filter : List.of(
                    topic(ANN, "observation"), "agents/+/observation", topic(ANN, "outcome"), topic(BOB, "intent"))) {
                assertThat(bob.subscribe(filter)).as(filter).isGreaterThanOrEqualTo(REFUSED);
            }
            assertThat(bob.subscribe("#")).isLessThan(REFUSED);
            for (var topic : List.of(topic(ANN, "intent"), topic(BOB, "outcome"), topic(BOB, "observation"))) {
                assertThat(bob.publish(topic, "lie", false)).as(topic).isGreaterThanOrEqualTo(REFUSED);
            }
            assertThat(bob.publish(topic(BOB, "intent"), "kept", true)).isGreaterThanOrEqualTo(REFUSED);

            platform.publish(topic(ANN, "observation"), "secret", false);
            platform.publish(topic(BOB, "observation"), "also by a wildcard", false);

            assertThat(bob.during(A_MOMENT)).isEmpty();
        }
    }

    @Test
    void aWrongTokenIsNoConnectionAndNoneIsAnybodys() throws Exception {
        assertThatThrownBy(() -> client("guess", ANN, "city_guess")).isInstanceOf(MqttException.class);
        assertThatThrownBy(() -> client("bobs", ANN, "city_bobs")).isInstanceOf(MqttException.class);
        TOKENS.remove(new ResidentId(BOB));
        try (var early = client("early", BOB, "city_any")) {
            assertThat(early.subscribe("world/#")).isLessThan(REFUSED);
            assertThat(early.subscribe(topic(BOB, "observation"))).isGreaterThanOrEqualTo(REFUSED);
        }
    }

    @Test
    void whoTakesASessionOverDoesNotHearWhatItWasFor() throws Exception {
        var ann = new Credentials(ANN.toString(), "city_anns");
        try (var first = TestClient.resume(broker.url(), "ann-kept", ann)) {
            first.subscribe(topic(ANN, "observation"));
        }
        try (var platform = platform()) {
            platform.publish(topic(ANN, "observation"), "secret", false);

            assertThat(heardBy("ann-kept", Credentials.none())).isEmpty();
            platform.publish(topic(ANN, "observation"), "later", false);
            assertThat(heardBy("ann-kept", Credentials.none())).isEmpty();
        }
    }

    @Test
    void aTokenThatEndsEndsTheConnection() throws Exception {
        try (var ann = client("ann-ending", ANN, "city_anns");
                var bob = client("bob-staying", BOB, "city_bobs")) {
            TOKENS.put(new ResidentId(ANN), "city_new");

            Await.until(() -> !ann.connected());
            assertThat(bob.connected()).isTrue();
        }
    }

    @Test
    void anAnswerGoesOnlyWhereItsReceiverMayPublish() throws Exception {
        try (var platform = platform();
                var ann = client("ann-asking", ANN, "city_anns")) {
            platform.subscribe("agents/+/intent");
            assertThat(ann.ask(topic(ANN, "intent"), "{}", "replies/ann-asking/1", "7"))
                    .isLessThan(REFUSED);
            assertThat(platform.next()).extracting("text").isEqualTo("{}");

            assertThatThrownBy(() -> ann.ask(topic(ANN, "intent"), "{}", "platform/status", "7"))
                    .isInstanceOf(MqttException.class);

            assertThat(ann.connected()).isFalse();
            assertThat(platform.during(A_MOMENT)).isEmpty();
        }
    }

    /// Also nothing when the broker does not let it come back.
    private static List<TestClient.Heard> heardBy(String clientId, Credentials credentials) throws Exception {
        try (var client = TestClient.resume(broker.url(), clientId, credentials)) {
            return client.during(A_MOMENT);
        } catch (MqttException refused) {
            return List.of();
        }
    }

    private static String topic(UUID resident, String what) {
        return "agents/%s/%s".formatted(resident, what);
    }

    private static TestClient platform() throws MqttException {
        return TestClient.connect(broker.url(), "platform-test", broker.platform(), null);
    }

    private static TestClient client(String id, UUID resident, String token) throws MqttException {
        return TestClient.connect(broker.url(), id, new Credentials(resident.toString(), token), null);
    }
}
