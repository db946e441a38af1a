package city.adapter.mqtt.catalogue;

import static city.adapter.mqtt.catalogue.PayloadSchema.ordered;

import city.adapter.mqtt.link.Message;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the platform publishes and hears, as an AsyncAPI 3.0 document for people and for generators of clients.
///
/// @param version of the platform
/// @param broker  where clients connect, such as `tcp://127.0.0.1:1883`
/// @param prefix  stands before every topic, empty or ending in `/`
public record AsyncApiDocument(String version, URI broker, String prefix) {
    private static final Map<String, String> PLACEHOLDERS = Map.of(
            "agent_id", "The resident's id.",
            "event_type", "Such as `location-closed`.",
            "district", "The district's id.",
            "interaction", "The conversation's id.",
            "party", "The party's id.",
            "relationship", "The id of the tie: from one resident to another.");

    public String yaml() {
        return YamlWriter.write(tree());
    }

    public String json() {
        return JsonWriter.write(tree());
    }

    Map<String, Object> tree() {
        var channels = new LinkedHashMap<String, Object>();
        var operations = new LinkedHashMap<String, Object>();
        var messages = new LinkedHashMap<String, Object>();
        for (var topic : TopicCatalogue.all()) {
            channels.put(topic.name(), channel(topic));
            operations.put((isHeard(topic) ? "hear" : "publish") + topic.name(), operation(topic));
            messages.put(topic.name(), message(topic));
        }
        return ordered(
                "asyncapi",
                "3.0.0",
                "info",
                info(),
                "servers",
                Map.of("broker", server()),
                "defaultContentType",
                Message.JSON,
                "channels",
                channels,
                "operations",
                operations,
                "components",
                Map.of("messages", messages));
    }

    private Map<String, Object> info() {
        return ordered("title", "Multi-Agent City Platform", "version", version, "description", """
                What the city publishes over MQTT 5. Events come at least once and in order per subject; a duplicate \
                carries the same `generation` and `id`. A public event names in `prev_seq` the public event before it \
                under the same first topic level, so that a gap is seen, and is filled from the REST API's `/events`. \
                Telemetry comes at most once. CloudEvents 1.0 attributes of an event are MQTT 5 user properties.""");
    }

    private Map<String, Object> server() {
        var port = broker.getPort() < 0 ? "" : ":" + broker.getPort();
        var secure = List.of("ssl", "mqtts", "wss").contains(broker.getScheme());
        return ordered(
                "host", broker.getHost() + port, "protocol", secure ? "secure-mqtt" : "mqtt", "protocolVersion", "5.0");
    }

    private static boolean isHeard(Topic topic) {
        return topic.audience() == Topic.Audience.HEARD;
    }

    private Map<String, Object> channel(Topic topic) {
        var channel = ordered(
                "address",
                prefix + topic.pattern(),
                "description",
                topic.what(),
                "messages",
                Map.of(topic.name(), ref("components/messages", topic.name())));
        if (!topic.placeholder().isEmpty()) {
            var about = PLACEHOLDERS.getOrDefault(topic.placeholder(), "");
            channel.put("parameters", Map.of(topic.placeholder(), Map.of("description", about)));
        }
        return channel;
    }

    private static Map<String, Object> operation(Topic topic) {
        return ordered(
                "action",
                isHeard(topic) ? "receive" : "send",
                "channel",
                ref("channels", topic.name()),
                "summary",
                topic.what(),
                "messages",
                List.of(ref("channels/" + topic.name() + "/messages", topic.name())),
                "bindings",
                Map.of(
                        "mqtt",
                        ordered("qos", topic.qos().level(), "retain", topic.retained(), "bindingVersion", "0.2.0")));
    }

    private static Map<String, Object> message(Topic topic) {
        var message = ordered("name", topic.name(), "summary", topic.what(), "contentType", Message.JSON);
        if (!topic.events().isEmpty()) {
            message.put("headers", cloudEventsAttributes(topic));
        }
        message.put("payload", topic.payload());
        return message;
    }

    /// Not required where a message of the topic may be no event.
    private static Map<String, Object> cloudEventsAttributes(Topic topic) {
        var properties = new LinkedHashMap<String, Object>();
        for (var name : CloudEvents.ATTRIBUTES) {
            properties.put(name, Map.of("type", "string"));
        }
        var required = topic.equals(TopicCatalogue.WEATHER) ? List.of() : new ArrayList<>(CloudEvents.ATTRIBUTES);
        return ordered("type", "object", "required", required, "properties", properties);
    }

    private static Map<String, Object> ref(String where, String name) {
        return Map.of("$ref", "#/" + where + "/" + name);
    }
}
