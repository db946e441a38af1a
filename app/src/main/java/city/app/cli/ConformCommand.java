package city.app.cli;

import city.app.Failure;
import city.app.conform.Conformance;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@SuppressWarnings("NullAway.Init")
@Command(
        name = "conform",
        description = "Examines a program that speaks for a resident, and says what it does wrong.",
        footer = {
            "",
            "Start it, then your program against the addresses that it prints, over HTTP, WebSocket or MQTT: what it says is",
            "passed on to the city, and the line is cut once. Exit code 0 when all is well, 1 when something is wrong."
        })
final class ConformCommand implements Callable<Integer> {
    private static final int LEAST_SECONDS = 5;
    private static final int MOST_SECONDS = 3_600;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "of the city (default: ${DEFAULT-VALUE})",
            defaultValue = "http://127.0.0.1:8080")
    private String url;

    @Option(
            names = "--mqtt-url",
            paramLabel = "URL",
            description = "of the broker (default: ${DEFAULT-VALUE})",
            defaultValue = "tcp://127.0.0.1:1883")
    private String mqttUrl;

    @Option(names = "--agent", paramLabel = "ID", required = true, description = "the resident's id")
    private String agent;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "how long (default: ${DEFAULT-VALUE})",
            defaultValue = "60")
    private int seconds;

    @Option(
            names = "--listen",
            paramLabel = "P",
            description = "the port that your program calls (default: a free one)",
            defaultValue = "0")
    private int port;

    @Option(
            names = "--listen-mqtt",
            paramLabel = "P",
            description = "the same of MQTT (default: a free one)",
            defaultValue = "0")
    private int mqttPort;

    @Override
    public Integer call() {
        if (seconds < LEAST_SECONDS || seconds > MOST_SECONDS) {
            throw Failure.wrongUsage("--seconds must be %d to %d: %d".formatted(LEAST_SECONDS, MOST_SECONDS, seconds));
        }
        requirePort("--listen", port);
        requirePort("--listen-mqtt", mqttPort);
        var examination = new Conformance(
                address("--url", url, "http://127.0.0.1:8080"),
                address("--mqtt-url", mqttUrl, "tcp://127.0.0.1:1883"),
                ResidentOption.read(agent).value(),
                new Conformance.Ports(port, mqttPort),
                Duration.ofSeconds(seconds),
                spec.commandLine().getOut());
        return examination.run() ? 0 : Failure.DOES_NOT_HOLD;
    }

    private static void requirePort(String option, int port) {
        if (port < 0 || port > 65_535) {
            throw Failure.wrongUsage("%s must be 0 to 65535: %d".formatted(option, port));
        }
    }

    /// @param like an example, of the one scheme that there is
    private static URI address(String option, String text, String like) {
        try {
            var address = URI.create(text.replaceAll("/+$", ""));
            if (URI.create(like).getScheme().equals(address.getScheme()) && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw Failure.wrongUsage("%s must be like %s".formatted(option, like));
    }
}
