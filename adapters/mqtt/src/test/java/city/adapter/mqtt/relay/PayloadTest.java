package city.adapter.mqtt.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.mqtt.Events;
import city.adapter.mqtt.FakeCity;
import city.adapter.mqtt.catalogue.JsonWriter;
import city.adapter.mqtt.catalogue.Topic;
import city.adapter.mqtt.catalogue.TopicCatalogue;
import city.adapter.mqtt.link.Message;
import city.adapter.mqtt.link.Qos;
import city.economy.EconomyEvent;
import city.world.WorldEvent;
import city.world.kernel.Event;
import city.world.kernel.EventType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is published against the schemas that the catalogue publishes.
class PayloadTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeCity city = new FakeCity();
    private final EventMessages messages = new EventMessages("", "/cities/test/1", 1);
    private final StateMessages states =
            new StateMessages(city, city, city, "", "0.1.0", Map.of("api", "http://127.0.0.1:8080/api/v1"));

    static List<Class<? extends Event>> told() {
        return Events.types().stream()
                .filter(type -> audienceOf(type) != EventType.Audience.INTERNAL)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("told")
    void anEventIsWrittenAsItsTopicSays(Class<? extends Event> type) throws Exception {
        var logged = city.append(Events.example(type));

        var message = messages.of(logged, 0).orElseThrow();

        var topic = TopicCatalogue.find(logged.type()).orElseThrow();
        var tree = tree(message);
        assertThat(complaints(topic, tree)).isEmpty();
        assertThat(fieldsOf(topic)).containsAll(names(tree));
        assertThat(tree.get("seq").asLong()).isEqualTo(1);
        assertThat(tree.has("prev_seq")).isEqualTo(audienceOf(type) == EventType.Audience.PUBLIC);
        assertThat(message.contentType()).isEqualTo("application/json");
        assertThat(message.userProperties())
                .containsEntry("specversion", "1.0")
                .containsEntry("id", logged.id().toString())
                .containsEntry("source", "/cities/test/1")
                .containsEntry("type", logged.type())
                .containsEntry("subject", logged.subject().toString())
                .containsEntry("time", logged.time().toString());
    }

    @Test
    void aSchemaRefusesWhatIsNotSo() throws Exception {
        var logged = city.append(Events.example(EconomyEvent.MoneyTransferred.class));
        var topic = TopicCatalogue.find(logged.type()).orElseThrow();
        var payload = new String(messages.of(logged, 0).orElseThrow().payload(), UTF_8);

        assertThat(complaints(topic, JSON.readTree(payload.replace("\"12.50\"", "12.5"))))
                .isNotEmpty();
        assertThat(complaints(topic, JSON.readTree(payload.replace("\"prev_seq\"", "\"previous\""))))
                .isNotEmpty();
    }

    @Test
    void aMessageThatIsNoEventIsWrittenAsItsTopicSays() throws Exception {
        city.append(Events.example(WorldEvent.WeatherChanged.class));
        var snapshot = city.snapshot();

        for (var message : List.of(
                states.tick(snapshot),
                states.weather(snapshot),
                states.head(snapshot),
                states.info(snapshot),
                states.status(true),
                states.status(false))) {
            var topic = TopicCatalogue.all().stream()
                    .filter(each -> each.pattern().equals(message.topic()))
                    .findFirst()
                    .orElseThrow();
            var tree = tree(message);
            assertThat(complaints(topic, tree)).as(message.topic()).isEmpty();
            assertThat(fieldsOf(topic)).containsAll(names(tree));
            assertThat(tree.get("head_seq").asLong()).isEqualTo(1);
            assertThat(message.qos()).isEqualTo(topic.qos());
            assertThat(message.retained()).isEqualTo(topic.retained());
            assertThat(message.qos() == Qos.AT_MOST_ONCE)
                    .isEqualTo(message.topic().equals("world/tick"));
        }
    }

    @Test
    void anOlderWeatherDoesNotReplaceTheOneThatIsKept() {
        var first = city.append(Events.example(WorldEvent.WeatherChanged.class));
        var second = city.append(Events.example(WorldEvent.WeatherChanged.class));

        assertThat(messages.of(first, 1).orElseThrow().retained()).isFalse();
        assertThat(messages.of(second, 1).orElseThrow().retained()).isTrue();
    }

    private static EventType.Audience audienceOf(Class<? extends Event> type) {
        return Optional.ofNullable(type.getAnnotation(EventType.class))
                .orElseThrow()
                .audience();
    }

    private static List<String> complaints(Topic topic, JsonNode payload) throws Exception {
        var strict =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(JSON.readTree(JsonWriter.write(topic.payload())), strict)
                .validate(payload)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static List<String> fieldsOf(Topic topic) throws Exception {
        var names = new ArrayList<String>();
        JSON.readTree(JsonWriter.write(topic.payload()))
                .findValues("properties")
                .forEach(properties -> names.addAll(names(properties)));
        return names;
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode tree(Message message) throws Exception {
        return JSON.readTree(new String(message.payload(), UTF_8));
    }
}
