package city.adapter.mqtt.catalogue;

import city.world.kernel.EventType;
import java.util.Optional;
import java.util.stream.Collectors;

/// The catalogue as a table in Markdown, which stands in `docs/mqtt.md`.
final class TopicTable {
    private TopicTable() {}

    static String markdown() {
        return TopicCatalogue.all().stream()
                .map(TopicTable::row)
                .collect(Collectors.joining(
                        "\n", "| topic | what | events | QoS | retained |\n|---|---|---|---|---|\n", "\n"));
    }

    private static String row(Topic topic) {
        var events = topic.events().stream()
                .flatMap(event -> Optional.ofNullable(event.getAnnotation(EventType.class)).stream())
                .map(type -> "`" + type.value() + "`")
                .collect(Collectors.joining(", "));
        return "| `%s` | %s | %s | %d | %s |"
                .formatted(topic.pattern(), topic.what(), events, topic.qos().level(), topic.retained() ? "yes" : "no");
    }
}
