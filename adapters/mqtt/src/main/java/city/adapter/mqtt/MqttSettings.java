package city.adapter.mqtt;

import city.adapter.mqtt.broker.EmbeddedBroker;
import city.adapter.mqtt.link.Credentials;
import java.net.URI;
import java.util.Optional;

/// How the city is told over MQTT.
///
/// @param url         of a broker that the operator runs; without one, one is started in this process
/// @param credentials at that broker
/// @param port        of the embedded broker, 0 for a free one
/// @param prefix      stands before every topic, empty or ending in `/`
/// @param version     of the platform
/// @param httpUrl     where the API is served, such as `http://127.0.0.1:8080`
public record MqttSettings(
        Optional<URI> url, Credentials credentials, int port, String prefix, String version, Optional<URI> httpUrl) {
    public MqttSettings {
        if (!prefix.isEmpty() && !prefix.endsWith("/")) {
            throw new IllegalArgumentException(
                    "prefix must be empty or end in '/': \"%s\". Maybe \"%s/\"".formatted(prefix, prefix));
        }
    }

    /// For a broker that is started before the adapter, beside other things.
    public EmbeddedBroker.Settings embedded() {
        return EmbeddedBroker.Settings.onPort(port, prefix);
    }
}
