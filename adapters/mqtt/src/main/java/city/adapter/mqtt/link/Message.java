package city.adapter.mqtt.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/// One message to publish. The payload is not copied, so nobody may change it afterwards; an empty one on a
/// retained topic clears it. User properties and content type are MQTT 5 only; the former keep their order
/// where the map has one.
///
/// @param contentType     empty when it is not told
/// @param correlationData of an answer, by which the asker knows it again; empty when it is not told
@SuppressWarnings("ArrayRecordComponent")
public record Message(
        String topic,
        byte[] payload,
        Qos qos,
        boolean retained,
        String contentType,
        Map<String, String> userProperties,
        byte[] correlationData) {
    /// The largest is a tick's moves in one district, some hundred kilobytes in a very large city.
    public static final int MAX_PAYLOAD_BYTES = 1024 * 1024;

    public static final String JSON = "application/json";

    public Message {
        if (topic.isEmpty() || topic.indexOf('#') >= 0 || topic.indexOf('+') >= 0) {
            throw new IllegalArgumentException("topic must be a name without wildcards: \"" + topic + "\"");
        }
    }

    public Message(
            String topic,
            byte[] payload,
            Qos qos,
            boolean retained,
            String contentType,
            Map<String, String> userProperties) {
        this(topic, payload, qos, retained, contentType, userProperties, new byte[0]);
    }

    /// JSON for one reader, at least once and not retained.
    public static Message reply(String topic, String text, byte[] correlationData) {
        return new Message(topic, text.getBytes(UTF_8), Qos.AT_LEAST_ONCE, false, JSON, Map.of(), correlationData);
    }

    public static Message of(String topic, String text, Qos qos) {
        return new Message(topic, text.getBytes(UTF_8), qos, false, "", Map.of());
    }

    public static Message json(
            String topic, String text, Qos qos, boolean retained, Map<String, String> userProperties) {
        return new Message(topic, text.getBytes(UTF_8), qos, retained, JSON, userProperties);
    }
}
