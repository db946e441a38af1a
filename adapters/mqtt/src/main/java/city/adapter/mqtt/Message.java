package city.adapter.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/// One message to publish. The payload is not copied, so nobody may change it afterwards; an empty one on a retained
// topic clears it.
/// User properties are MQTT 5 only and keep their order where the map has one.
@SuppressWarnings("ArrayRecordComponent")
public record Message(String topic, byte[] payload, Qos qos, boolean retained, Map<String, String> userProperties) {
    public Message {
        if (topic.isEmpty() || topic.indexOf('#') >= 0 || topic.indexOf('+') >= 0) {
            throw new IllegalArgumentException("topic must be a name without wildcards: \"" + topic + "\"");
        }
    }

    public static Message of(String topic, String text, Qos qos) {
        return new Message(topic, text.getBytes(UTF_8), qos, false, Map.of());
    }

    public static Message retained(String topic, String text) {
        return new Message(topic, text.getBytes(UTF_8), Qos.AT_LEAST_ONCE, true, Map.of());
    }
}
