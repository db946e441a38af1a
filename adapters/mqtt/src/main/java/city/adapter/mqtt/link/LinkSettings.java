package city.adapter.mqtt.link;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// Where the broker is and who we are to it.
///
/// @param broker    `tcp://`, `ssl://`, `ws://` or `wss://`, also `mqtt://` and `mqtts://`, with a port or
///     the scheme's own
/// @param clientId  must be unique at the broker, or the two clients throw each other out for ever
/// @param online    asked for and published at every connection
/// @param offline   asked for at every connection, for the broker to publish when we are gone without a
///     word, and when we leave, to publish ourselves; both are retained and on one topic
public record LinkSettings(
        URI broker,
        String clientId,
        Credentials credentials,
        Supplier<Message> online,
        Supplier<Message> offline,
        Backoff backoff,
        Duration connectTimeout,
        Duration keepAlive) {
    private static final Map<String, String> TRANSPORTS =
            Map.of("tcp", "tcp", "mqtt", "tcp", "ssl", "ssl", "mqtts", "ssl", "ws", "ws", "wss", "wss");
    private static final Map<String, Integer> PORTS = Map.of("tcp", 1883, "ssl", 8883, "ws", 80, "wss", 443);

    public LinkSettings {
        broker = normalized(broker);
        if (clientId.isEmpty() || clientId.length() > 128) {
            throw new IllegalArgumentException("clientId must have 1 to 128 characters: \"" + clientId + "\"");
        }
        var birth = online.get();
        var will = offline.get();
        if (!birth.topic().equals(will.topic()) || !birth.retained() || !will.retained()) {
            throw new IllegalArgumentException("online and offline must be retained and share a topic");
        }
    }

    /// 10 s to connect, 30 s keep-alive.
    public static LinkSettings of(
            URI broker, String clientId, Credentials credentials, Supplier<Message> online, Supplier<Message> offline) {
        return new LinkSettings(
                broker,
                clientId,
                credentials,
                online,
                offline,
                Backoff.standard(),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30));
    }

    /// Asked before anything is started.
    ///
    /// @throws IllegalArgumentException when no broker can be reached there; the message holds no user and password
    public static void requireAddress(URI broker) {
        normalized(broker);
    }

    public LinkSettings withBackoff(Backoff other) {
        return new LinkSettings(broker, clientId, credentials, online, offline, other, connectTimeout, keepAlive);
    }

    private static URI normalized(URI given) {
        var transport = TRANSPORTS.get(String.valueOf(given.getScheme()).toLowerCase(Locale.ROOT));
        if (transport == null || given.getHost() == null) {
            throw new IllegalArgumentException(
                    "broker must be like tcp://host:1883 or ssl://host:8883: " + withoutUser(given));
        }
        if (given.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "broker must not hold a user. Maybe give user and password apart: " + withoutUser(given));
        }
        if (String.valueOf(given.getPath()).contains("@")) {
            throw new IllegalArgumentException("broker must not hold an @ in its path. Maybe a password is in it");
        }
        try {
            var port = given.getPort() < 0 ? PORTS.getOrDefault(transport, 1883) : given.getPort();
            return new URI(transport, null, given.getHost(), port, given.getPath(), given.getQuery(), null);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("broker address", impossible);
        }
    }

    private static String withoutUser(URI given) {
        return given.getScheme() + "://" + given.getHost() + ":" + given.getPort();
    }
}
