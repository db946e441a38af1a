package city.adapter.mqtt.catalogue;

import city.adapter.mqtt.link.Qos;
import city.world.kernel.Event;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// One topic of the platform, or one family of topics, and what is written on it.
///
/// @param name     for code that is generated from the AsyncAPI document
/// @param pattern  without the prefix; at most one level is a placeholder such as `{agent_id}`
/// @param what     one sentence for people
/// @param audience who it is for and how reliably it comes
/// @param retained whether the last message is kept for whoever subscribes later
/// @param events   the kinds of event that it tells; empty for a message that is no event
/// @param payload  JSON Schema of the payload
public record Topic(
        String name,
        String pattern,
        String what,
        Audience audience,
        Qos qos,
        boolean retained,
        List<Class<? extends Event>> events,
        Map<String, Object> payload) {
    public Topic {
        events = List.copyOf(events);
    }

    public enum Audience {
        /// Facts, for everybody: at least once and in order per subject, gaps known by `prev_seq`.
        PUBLIC,
        /// What may be missed, for everybody: at most once.
        TELEMETRY,
        /// How the platform itself is; no events.
        PLATFORM,
        /// For the program that speaks for a resident, and nobody else; no events.
        PRIVATE,
        /// From the program that speaks for a resident: the platform hears it.
        HEARD
    }

    /// The level with the placeholder, such as `agent_id`; empty when there is none.
    public String placeholder() {
        int open = pattern.indexOf('{');
        return open < 0 ? "" : pattern.substring(open + 1, pattern.indexOf('}'));
    }

    public String firstLevel() {
        return pattern.substring(0, pattern.indexOf('/'));
    }

    /// The topic of one event, without the prefix.
    ///
    /// @param type such as `world.location-closed.v1`
    public String nameFor(String type, UUID subject) {
        var placeholder = placeholder();
        return switch (placeholder) {
            case "" -> pattern;
            case "event_type" -> pattern.replace("{event_type}", shortName(type));
            default -> pattern.replace("{" + placeholder + "}", subject.toString());
        };
    }

    /// `world.location-closed.v1` → `location-closed`
    private static String shortName(String type) {
        return type.substring(type.indexOf('.') + 1, type.lastIndexOf('.'));
    }
}
