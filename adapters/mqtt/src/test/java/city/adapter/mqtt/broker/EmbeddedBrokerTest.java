package city.adapter.mqtt.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.adapter.mqtt.TestClient;
import city.adapter.mqtt.link.Credentials;
import city.adapter.mqtt.link.Message;
import city.adapter.mqtt.link.Qos;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedBrokerTest {
    private static final int REFUSED = 0x80;
    private static final Duration A_MOMENT = Duration.ofMillis(400);
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
    void itTellsTheFreePortThatItTook() {
        assertThat(broker.port()).isPositive();
        assertThat(broker.isRunning()).isTrue();
    }

    @Test
    void aTakenPortIsNamedInOneLine() throws Exception {
        try (var holder = new ServerSocket(0, 1, InetAddress.ofLiteral(EmbeddedBroker.HOST))) {
            assertThatThrownBy(() -> EmbeddedBroker.start(EmbeddedBroker.Settings.onPort(holder.getLocalPort())))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining(String.valueOf(holder.getLocalPort()))
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void everybodyHearsWhatThePlatformSays() throws Exception {
        try (var platform = platform();
                var ann = client("ann")) {
            assertThat(ann.subscribe("world/#")).isLessThan(REFUSED);

            assertThat(platform.publish("world/tick", "7", false)).isLessThan(REFUSED);

            assertThat(ann.next()).isEqualTo(new TestClient.Heard("world/tick", "7", false, Map.of()));
        }
    }

    @Test
    void nobodyElseMayPublish() throws Exception {
        var topics = List.of(
                "world/tick",
                "world/weather",
                "agents/7/move",
                "agents/7/intent",
                "economy/transaction",
                "social/interaction/1",
                "governance/vote/1",
                "platform/status",
                "anything/else",
                "replies/bob/1",
                "$sys.mqtt.retain.world/weather",
                "activemq.management",
                "activemq/management");
        try (var listener = platform();
                var eve = client("eve")) {
            listener.subscribe("#");
            for (var topic : topics) {
                assertThat(eve.publish(topic, "lie", false)).as(topic).isGreaterThanOrEqualTo(REFUSED);
                assertThat(eve.publish(topic, "lie", true)).as(topic).isGreaterThanOrEqualTo(REFUSED);
            }

            assertThat(listener.during(A_MOMENT)).isEmpty();
        }
    }

    @Test
    void thePlatformsNameWithoutItsPasswordIsRefused() {
        assertThatThrownBy(() -> connect(new Credentials(Callers.PLATFORM, "guess")))
                .isInstanceOf(MqttException.class);
        assertThatThrownBy(() -> connect(new Credentials(Callers.PLATFORM, ""))).isInstanceOf(MqttException.class);
    }

    @Test
    void noWildcardReachesPrivateTopics() throws Exception {
        try (var platform = platform();
                var eve = client("eve-wild")) {
            for (var filter : List.of(
                    "#",
                    "agents/#",
                    "+/+/+",
                    "agents/+/+",
                    "agents/7/#",
                    "agents/7/observation/#",
                    "$share/g/agents/#",
                    "+/7/observation",
                    "+/bob/1")) {
                assertThat(eve.subscribe(filter)).as(filter).isLessThan(REFUSED);
            }

            tellSecrets(platform);
            platform.publish("agents/7/action", "public", false);

            assertThat(eve.during(A_MOMENT)).isNotEmpty().extracting("topic").containsOnly("agents/7/action");
        }
    }

    @Test
    void aPrivateTopicCannotBeSubscribed() throws Exception {
        try (var platform = platform();
                var eve = client("eve-named")) {
            for (var filter : List.of(
                    "agents/7/observation",
                    "agents/+/intent",
                    "$share/g/agents/7/outcome",
                    "replies/bob/1",
                    "replies/#",
                    "activemq/#")) {
                assertThat(eve.subscribe(filter)).as(filter).isGreaterThanOrEqualTo(REFUSED);
            }

            tellSecrets(platform);

            assertThat(eve.during(A_MOMENT)).isEmpty();
        }
    }

    @Test
    void aPrivateTopicHoldsNoRetainedMessageThatALaterWildcardWouldGet() throws Exception {
        try (var platform = platform();
                var eve = client("eve-late")) {
            assertThat(platform.publish("agents/7/observation", "secret", true)).isGreaterThanOrEqualTo(REFUSED);

            eve.subscribe("agents/#");

            assertThat(eve.during(A_MOMENT)).isEmpty();
        }
    }

    @Test
    void aClientWhoseIdIsAWildcardDoesNotGetTheRepliesOfAll() throws Exception {
        try (var platform = platform();
                var eve = client("+")) {
            assertThat(eve.subscribe("replies/+/1")).isGreaterThanOrEqualTo(REFUSED);

            platform.publish("replies/bob/1", "secret", false);

            assertThat(eve.during(A_MOMENT)).isEmpty();
        }
    }

    @Test
    void theBrokersOwnQueueSyntaxClosesTheConnection() throws Exception {
        try (var platform = platform();
                var eve = client("eve-queue")) {
            platform.subscribe("agents/+/intent");

            assertThatThrownBy(() -> eve.subscribe("world/tick::eve")).isInstanceOf(MqttException.class);

            assertThat(eve.connected()).isFalse();
        }
    }

    @Test
    void aClientReadsAndWritesItsOwnReplies() throws Exception {
        try (var platform = platform();
                var ann = client("ann-replies")) {
            assertThat(ann.subscribe("replies/ann-replies/#")).isLessThan(REFUSED);

            platform.publish("replies/ann-replies/1", "answer", false);
            assertThat(ann.next()).extracting("text").isEqualTo("answer");

            assertThat(ann.publish("replies/ann-replies/2", "echo", false)).isLessThan(REFUSED);
            assertThat(ann.next()).extracting("text").isEqualTo("echo");
            assertThat(ann.publish("replies/ann-replies/3", "kept", true)).isGreaterThanOrEqualTo(REFUSED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "world/#", "world/+", "world/weather"})
    void aRetainedMessageReachesWhoeverComesLater(String filter) throws Exception {
        try (var platform = platform();
                var late = client("late")) {
            platform.publish("world/weather", "sun", true);

            late.subscribe(filter);
            assertThat(late.during(A_MOMENT)).contains(new TestClient.Heard("world/weather", "sun", true, Map.of()));

            platform.publish("world/weather", "", true);
            try (var later = client("later")) {
                later.subscribe(filter);
                assertThat(later.during(A_MOMENT)).extracting("topic").doesNotContain("world/weather");
            }
        }
    }

    @Test
    void aWillOnThePlatformsTopicIsNotSentForAStranger() throws Exception {
        var lie = new Message("platform/status", "offline".getBytes(UTF_8), Qos.AT_LEAST_ONCE, true, "", Map.of());
        try (var listener = client("listener");
                var eve = TestClient.connect(broker.url(), "eve-will", Credentials.none(), lie)) {
            listener.subscribe("platform/status");

            eve.crash();

            assertThat(listener.during(Duration.ofSeconds(2))).isEmpty();
        }
    }

    @Test
    void aWillOfTheOwnRepliesIsSent() throws Exception {
        var will = Message.of("replies/dan/gone", "gone", Qos.AT_LEAST_ONCE);
        try (var platform = platform();
                var dan = TestClient.connect(broker.url(), "dan", Credentials.none(), will)) {
            platform.subscribe("replies/dan/#");

            dan.crash();

            assertThat(platform.next()).extracting("text").isEqualTo("gone");
        }
    }

    @Test
    void topicsUsedOnceAreForgotten() throws Exception {
        try (var platform = platform();
                var ann = client("ann-once")) {
            ann.subscribe("social/#");
            var before = broker.topicCount();
            for (var each = 0; each < 500; each++) {
                platform.publish("social/interaction/" + each, "once", false);
            }
            assertThat(broker.topicCount()).isGreaterThan(before + 400);

            var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (broker.topicCount() > before + 10 && System.nanoTime() < deadline) {
                Thread.sleep(500);
            }

            assertThat(broker.topicCount()).isLessThanOrEqualTo(before + 10);
            platform.publish("social/interaction/1", "again", false);
            assertThat(ann.during(A_MOMENT)).extracting("text").contains("again");
        }
    }

    private static void tellSecrets(TestClient platform) throws MqttException {
        for (var topic : List.of("agents/7/observation", "agents/7/intent", "agents/7/outcome", "replies/bob/1")) {
            assertThat(platform.publish(topic, "secret", false)).isLessThan(REFUSED);
        }
    }

    private static TestClient platform() throws MqttException {
        return connect(broker.platform());
    }

    private static TestClient connect(Credentials credentials) throws MqttException {
        return TestClient.connect(broker.url(), "platform-test", credentials, null);
    }

    private static TestClient client(String id) throws MqttException {
        return TestClient.connect(broker.url(), id);
    }
}
