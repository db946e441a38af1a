package city.adapter.mqtt.minds;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.mqtt.Await;
import city.adapter.mqtt.FakeCity;
import city.adapter.mqtt.FakeCursors;
import city.adapter.mqtt.MindDesk;
import city.adapter.mqtt.MqttAdapter;
import city.adapter.mqtt.MqttPorts;
import city.adapter.mqtt.MqttSettings;
import city.adapter.mqtt.TestClient;
import city.adapter.mqtt.broker.EmbeddedBroker;
import city.adapter.mqtt.link.Credentials;
import city.agents.AgentsEvent.MindAsked;
import city.agents.MindKind;
import city.agents.Occasion;
import city.agents.spi.Speakers.Standing;
import city.world.ResidentId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A program that speaks for a resident over MQTT, from the question to what came of its answer.
class MindRelayTest {
    private static final ResidentId ANN = new ResidentId(new UUID(1, 1));
    private static final Duration A_MOMENT = Duration.ofMillis(400);

    private final FakeCity city = new FakeCity();
    private final TestDesk desk = new TestDesk();
    private EmbeddedBroker broker;
    private MqttAdapter adapter;
    private TestClient ann;

    @BeforeEach
    void open() throws Exception {
        broker = EmbeddedBroker.start(EmbeddedBroker.Settings.onPort(
                0, "north/", (_, token) -> token.equals("city_anns") ? Standing.OWNER : Standing.UNKNOWN));
        var settings =
                new MqttSettings(Optional.of(broker.url()), broker.platform(), 0, "north/", "0.1.0", Optional.empty());
        adapter = MqttAdapter.start(new MqttPorts(city, city, city, new FakeCursors(), desk), settings);
        Await.until(adapter::connected);
        var credentials = new Credentials(ANN.value().toString(), "city_anns");
        ann = TestClient.connect(broker.url(), "ann", credentials, null);
        ann.subscribe(topic("observation"));
        ann.subscribe(topic("outcome"));
    }

    @AfterEach
    void close() throws Exception {
        ann.close();
        adapter.close();
        broker.close();
    }

    @Test
    void aQuestionIsAskedAndAnAnswerCarriedOut() throws Exception {
        city.append(new MindAsked(ANN, 3, MindKind.EXTERNAL, Occasion.MORNING));
        assertThat(ann.next()).isEqualTo(heard(topic("observation"), "{\"question\":3}"));

        ann.publish(topic("intent"), "{\"question\":3,\"action\":{\"type\":\"work\"}}", false);

        assertThat(ann.next()).isEqualTo(heard(topic("outcome"), "{\"status\":200}"));
        assertThat(desk.intents).containsExactly(ANN.value() + " {\"question\":3,\"action\":{\"type\":\"work\"}}");
    }

    @Test
    void whoIsSpokenForByNobodyIsAskedNothing() throws Exception {
        desk.isExternal = false;
        city.append(new MindAsked(ANN, 3, MindKind.MODEL, Occasion.MORNING));

        assertThat(ann.during(A_MOMENT)).isEmpty();
    }

    @Test
    void anAnswerComesWhereItsIntentSaysAndIsKnownAgain() throws Exception {
        ann.subscribe("north/replies/ann/#");

        ann.ask(topic("intent"), "{}", "north/replies/ann/here", "number seven");

        var answer = ann.next();
        assertThat(answer)
                .isEqualTo(new TestClient.Heard(
                        "north/replies/ann/here",
                        "{\"status\":200}",
                        false,
                        Map.of(TestClient.CORRELATION, "number seven")));
        assertThat(ann.during(A_MOMENT)).as("nothing comes twice").isEmpty();
    }

    @Test
    void nobodyPutsWordsIntoThePlatformsMouth() {
        var topics = new MindTopics("north/");

        for (var topic : List.of(
                "",
                "north/platform/status",
                "replies/ann/1",
                "north/replies/#",
                "north/replies/+/1",
                "x/north/replies/a")) {
            assertThat(topics.isReplyTopic(topic)).as(topic).isFalse();
        }
        assertThat(topics.isReplyTopic("north/replies/ann/1")).isTrue();
        for (var topic : List.of("north/agents/7/intent", topic("outcome"), topic("intent") + "/x", "north/agents/")) {
            assertThat(topics.ownerOf(topic)).as(topic).isEmpty();
        }
        assertThat(topics.ownerOf(topic("intent"))).hasValue(ANN);
    }

    private static String topic(String what) {
        return "north/agents/%s/%s".formatted(ANN.value(), what);
    }

    private static TestClient.Heard heard(String topic, String text) {
        return new TestClient.Heard(topic, text, false, Map.of());
    }

    private static final class TestDesk implements MindDesk {
        private final List<String> intents = new CopyOnWriteArrayList<>();
        private volatile boolean isExternal = true;

        @Override
        public Optional<String> question(ResidentId resident) {
            return isExternal ? Optional.of("{\"question\":3}") : Optional.empty();
        }

        @Override
        public Optional<String> outcome(ResidentId resident, String intent) {
            intents.add(resident.value() + " " + intent);
            return Optional.of("{\"status\":200}");
        }
    }
}
