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
        description = "Examines a program that speaks for a resident over HTTP, and says what it does wrong.",
        footer = {
            "",
            "Start it, then your program against the address that it prints: its calls are passed on to the city, and the",
            "line is cut once. Exit code 0 when all is well, 1 when something is wrong."
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

    @Override
    public Integer call() {
        if (seconds < LEAST_SECONDS || seconds > MOST_SECONDS) {
            throw Failure.wrongUsage("--seconds must be %d to %d: %d".formatted(LEAST_SECONDS, MOST_SECONDS, seconds));
        }
        if (port < 0 || port > 65_535) {
            throw Failure.wrongUsage("--listen must be 0 to 65535: " + port);
        }
        var examination = new Conformance(
                city(),
                ResidentOption.read(agent).value(),
                port,
                Duration.ofSeconds(seconds),
                spec.commandLine().getOut());
        return examination.run() ? 0 : Failure.DOES_NOT_HOLD;
    }

    private URI city() {
        try {
            var city = URI.create(url.replaceAll("/+$", ""));
            if ("http".equals(city.getScheme()) && city.getHost() != null) {
                return city;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw Failure.wrongUsage("--url must be like http://127.0.0.1:8080");
    }
}
