package city.app.fire.check;

import city.adapter.mqtt.catalogue.TopicCatalogue;
import city.adapter.mqtt.link.Qos;

/// An event as the log holds it, or as somebody heard it.
///
/// Its id follows from its sequence, so two events that might have happened in one place share it: only the content
/// tells them apart.
///
/// @param topic    the first level of its topic
/// @param previous the public event before it under the same topic; 0 for none, and for what is not public
/// @param content  a hash of its own values
public record Logged(
        long sequence, String id, long tick, String type, String topic, String subject, long previous, int content) {
    /// @param data its own values as a JSON object
    public static int contentOf(String data) {
        return data.strip().hashCode();
    }

    /// Whether it is told over MQTT at least once.
    public boolean isTold() {
        return TopicCatalogue.find(type)
                .filter(it -> it.qos() == Qos.AT_LEAST_ONCE)
                .isPresent();
    }
}
