package city.adapter.mqtt.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.world.kernel.access.LoggedEvent;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The attributes of CloudEvents 1.0 in binary mode: user properties of the message, beside its content
/// type. After the MQTT protocol binding for CloudEvents 1.0.2, section 3.1.
public final class CloudEvents {
    public static final List<String> ATTRIBUTES = List.of("specversion", "id", "source", "type", "subject", "time");

    private CloudEvents() {}

    /// Names a city and its generation, because source and id together must be unique: two cities of one
    /// seed give their events the same ids, and so may a city before and after a restore.
    public static String source(String cityName, int generation) {
        return "/cities/" + URLEncoder.encode(cityName, UTF_8).replace("+", "%20") + "/" + generation;
    }

    public static Map<String, String> attributes(LoggedEvent event, String source) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("specversion", "1.0");
        attributes.put("id", event.id().toString());
        attributes.put("source", source);
        attributes.put("type", event.type());
        attributes.put("subject", event.subject().toString());
        attributes.put("time", event.time().toString());
        return attributes;
    }
}
