package city.adapter.mqtt.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.mqtt.Events;
import city.adapter.mqtt.link.Qos;
import city.world.kernel.Event;
import city.world.kernel.EventType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicCatalogueTest {
    private static final List<String> TAKEN =
            List.of("id", "generation", "seq", "prev_seq", "tick", "time", "type", "subject", "head_seq");

    static List<Class<? extends Event>> events() {
        return Events.types();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventIsToldWhereItsTypeSaysAndNowhereElse(Class<? extends Event> event) {
        var type = typeOf(event);

        var topics = TopicCatalogue.all().stream()
                .filter(topic -> topic.events().contains(event))
                .toList();

        switch (type.audience()) {
            case PUBLIC -> {
                assertThat(topics).extracting(Topic::qos).containsExactly(Qos.AT_LEAST_ONCE);
                assertThat(topics).extracting(Topic::firstLevel).containsExactly(type.topic());
            }
            case TELEMETRY -> {
                assertThat(topics).extracting(Topic::qos).containsExactly(Qos.AT_MOST_ONCE);
                assertThat(topics).extracting(Topic::firstLevel).containsExactly(type.topic());
            }
            case INTERNAL -> assertThat(topics).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void noEventHasAFieldThatTheLogWritesBesideIt(Class<? extends Event> event) {
        assertThat(event.getRecordComponents())
                .extracting(component -> PayloadSchema.snakeCase(component.getName()))
                .doesNotContainAnyElementsOf(TAKEN);
    }

    @Test
    void namesAndPatternsAreUnique() {
        assertThat(TopicCatalogue.all()).extracting(Topic::name).doesNotHaveDuplicates();
        assertThat(TopicCatalogue.all()).extracting(Topic::pattern).doesNotHaveDuplicates();
    }

    @Test
    void aPlaceholderIsFilledFromTheEvent() {
        var subject = UUID.fromString("00000000-0000-8000-8000-00000000000a");

        assertThat(nameOf("world.location-closed.v1", subject)).isEqualTo("world/events/location-closed");
        assertThat(nameOf("agents.moved.v1", subject)).isEqualTo("agents/" + subject + "/move");
        assertThat(nameOf("agents.district-moves.v1", subject)).isEqualTo("agents/moves/" + subject);
        assertThat(nameOf("economy.money-transferred.v1", subject)).isEqualTo("economy/transaction");
    }

    @Test
    void theDocumentationHoldsTheCatalogue() throws Exception {
        var page = Files.readString(Path.of("../../docs/mqtt.md"));

        assertThat(page).as("docs/mqtt.md").contains(TopicTable.markdown());
    }

    private static String nameOf(String type, UUID subject) {
        return TopicCatalogue.find(type).orElseThrow().nameFor(type, subject);
    }

    private static EventType typeOf(Class<? extends Event> event) {
        return Optional.ofNullable(event.getAnnotation(EventType.class)).orElseThrow();
    }
}
