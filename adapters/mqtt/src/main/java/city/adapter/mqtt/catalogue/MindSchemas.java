package city.adapter.mqtt.catalogue;

import static city.adapter.mqtt.catalogue.PayloadSchema.atLeast;
import static city.adapter.mqtt.catalogue.PayloadSchema.described;
import static city.adapter.mqtt.catalogue.PayloadSchema.of;
import static city.adapter.mqtt.catalogue.PayloadSchema.ordered;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// JSON Schemas of a mind's turn. What they hold in common with HTTP, its own description says in full.
final class MindSchemas {
    private MindSchemas() {}

    static Map<String, Object> question() {
        return message(
                List.of("id", "question", "occasion", "tick", "patience", "deadline_ms", "observation", "plan"),
                ordered(
                        "id",
                        described(of(UUID.class), "of the resident"),
                        "question",
                        atLeast(1, "to be repeated with the intent"),
                        "occasion",
                        described(of(String.class), "why it has to decide, such as `spoken to`"),
                        "tick",
                        atLeast(0, "of what it sees"),
                        "patience",
                        atLeast(1, "ticks that it waits at most"),
                        "deadline_ms",
                        described(
                                ordered("type", List.of("integer", "null")),
                                "milliseconds until the resident has done something; null in a city without models"),
                        "observation",
                        object("as in GET /agents/{id}/observation"),
                        "plan",
                        described(ordered("type", "array", "items", Map.of("type", "object")), "of its day")));
    }

    static Map<String, Object> intent() {
        return message(
                List.of("question", "action"),
                ordered(
                        "question",
                        atLeast(1, "the number of the question"),
                        "action",
                        object("as in POST /agents/{id}/actions")));
    }

    static Map<String, Object> outcome() {
        return message(
                List.of("id", "status"),
                ordered(
                        "id",
                        described(of(UUID.class), "of the resident"),
                        "question",
                        atLeast(0, "the number of the question, when the intent named one"),
                        "status",
                        described(of(int.class), "as HTTP would say it"),
                        "done",
                        object("with status 200, as the answer of POST /agents/{id}/mind/answers"),
                        "problem",
                        object("with any other, after RFC 9457; with `refusal` when the rules refused")));
    }

    private static Map<String, Object> message(List<String> required, Map<String, Object> properties) {
        return ordered("type", "object", "required", required, "properties", properties);
    }

    private static Map<String, Object> object(String description) {
        return described(ordered("type", "object"), description);
    }
}
