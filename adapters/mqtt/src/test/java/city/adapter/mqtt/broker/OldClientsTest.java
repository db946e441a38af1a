package city.adapter.mqtt.broker;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.mqtt.OldClient;
import city.adapter.mqtt.TestClient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The embedded broker to clients of MQTT 3.1.1: served like the others, and held to the same rights.
class OldClientsTest {
    private static final int REFUSED = 0x80;
    private static final Duration A_MOMENT = Duration.ofMillis(500);

    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(EmbeddedBroker.Settings.onPort(0));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void aSubscriberGetsWhatIsKeptAndWhatIsNewWithQos1() throws Exception {
        try (var platform = platform();
                var old = OldClient.connect(broker.port(), "old-reader")) {
            platform.publish("world/weather", "rain", true);

            assertThat(old.subscribe("world/#")).isEqualTo(1);
            assertThat(old.during(A_MOMENT)).containsExactly(new OldClient.Heard("world/weather", "rain", 1, true));
            platform.publish("world/events/location-closed", "{}", false);

            assertThat(old.during(A_MOMENT))
                    .containsExactly(new OldClient.Heard("world/events/location-closed", "{}", 1, false));
            platform.publish("world/weather", "", true);
        }
    }

    @Test
    void aSubscriptionToWhatIsPrivateIsRefusedAndAWildcardDoesNotReachIt() throws Exception {
        try (var platform = platform();
                var eve = OldClient.connect(broker.port(), "old-eve")) {
            for (var filter : List.of(
                    "agents/7/observation", "agents/+/intent", "agents/+/outcome", "replies/bob/1", "replies/#")) {
                assertThat(eve.subscribe(filter)).as(filter).isEqualTo(REFUSED);
            }
            for (var filter : List.of("#", "agents/#", "+/+/+", "agents/7/#")) {
                assertThat(eve.subscribe(filter)).as(filter).isLessThan(REFUSED);
            }

            platform.publish("agents/7/observation", "secret", false);
            platform.publish("agents/7/intent", "secret", false);
            platform.publish("replies/bob/1", "secret", false);
            platform.publish("agents/7/action", "public", false);

            assertThat(eve.during(A_MOMENT)).isNotEmpty().extracting("text").containsOnly("public");
        }
    }

    @Test
    void aClientPublishesOnItsRepliesOnly() throws Exception {
        try (var listener = platform()) {
            listener.subscribe("#");
            listener.during(A_MOMENT);
            for (var topic : List.of("world/weather", "platform/status", "replies/bob/1", "agents/7/intent")) {
                try (var liar = OldClient.connect(broker.port(), "old-liar")) {
                    liar.publish(topic, "lie");
                    liar.during(A_MOMENT);
                }
            }
            try (var honest = OldClient.connect(broker.port(), "old-honest")) {
                honest.publish("replies/old-honest/1", "true");

                assertThat(listener.during(A_MOMENT))
                        .filteredOn(it -> !it.topic().startsWith("$"))
                        .extracting("text")
                        .containsExactly("true");
            }
        }
    }

    @Test
    void aSessionIsKeptForWhoComesBack() throws Exception {
        try (var platform = platform()) {
            var first = OldClient.greet(broker.port(), "old-friend", false, null, null);
            first.client().subscribe("economy/#");
            first.client().close();
            platform.publish("economy/transaction", "while away", false);

            var second = OldClient.greet(broker.port(), "old-friend", false, null, null);

            assertThat(first.sessionPresent()).isFalse();
            assertThat(second.sessionPresent()).isTrue();
            assertThat(second.client().during(A_MOMENT))
                    .containsExactly(new OldClient.Heard("economy/transaction", "while away", 1, false));
            second.client().close();
        }
    }

    @Test
    void nobodyComesInUnderThePlatformsNameWithoutItsPassword() throws Exception {
        var guess = OldClient.greet(broker.port(), "old-thief", true, Callers.PLATFORM, "guess");
        var other = OldClient.greet(broker.port(), "old-anybody", true, "somebody", "anything");

        assertThat(guess.returnCode()).isIn(4, 5);
        assertThat(other.returnCode()).isZero();
        guess.client().close();
        other.client().close();
    }

    private static TestClient platform() throws Exception {
        return TestClient.connect(broker.url(), "platform-for-old", broker.platform(), null);
    }
}
