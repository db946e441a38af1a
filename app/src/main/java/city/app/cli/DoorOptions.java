package city.app.cli;

import city.app.Failure;
import city.app.wiring.RunSettings.Broker;
import city.app.wiring.RunSettings.Redis;
import java.util.Optional;
import picocli.CommandLine.Option;

/// How the outside reaches a city.
final class DoorOptions {
    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "to listen on (default: ${DEFAULT-VALUE})",
            defaultValue = "127.0.0.1")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "of HTTP, 0 for a free one (default: ${DEFAULT-VALUE})",
            defaultValue = "8080")
    private int port;

    @Option(
            names = "--mqtt-port",
            paramLabel = "P",
            description = "of MQTT, 0 for a free one (default: ${DEFAULT-VALUE})",
            defaultValue = "1883")
    private int mqttPort;

    @Option(
            names = "--mqtt-url",
            paramLabel = "URL",
            description = "a broker in place of the embedded one, such as tcp://host:1883")
    private Optional<String> mqttUrl = Optional.empty();

    @Option(names = "--mqtt-user", paramLabel = "NAME", hidden = true)
    private Optional<String> mqttUser = Optional.empty();

    @Option(names = "--mqtt-password", paramLabel = "WORD", hidden = true)
    private Optional<String> mqttPassword = Optional.empty();

    @Option(
            names = "--redis-url",
            paramLabel = "URL",
            description = "a Redis that shows the city to other programs, such as redis://host:6379/0 (default: none)")
    private Optional<String> redisUrl = Optional.empty();

    @Option(names = "--redis-prefix", paramLabel = "TEXT", hidden = true, defaultValue = "")
    private String redisPrefix = "";

    String host() {
        return host;
    }

    int port() {
        return inRange("--port", port);
    }

    int mqttPort() {
        return inRange("--mqtt-port", mqttPort);
    }

    Optional<Broker> broker() {
        return mqttUrl.filter(it -> !it.isBlank()).map(it -> new Broker(it, mqttUser, mqttPassword));
    }

    Optional<Redis> redis() {
        return redisUrl.filter(it -> !it.isBlank()).map(it -> new Redis(it, redisPrefix));
    }

    private static int inRange(String option, int port) {
        if (port < 0 || port > 65_535) {
            throw Failure.wrongUsage("%s must be 0 to 65535: %d".formatted(option, port));
        }
        return port;
    }
}
