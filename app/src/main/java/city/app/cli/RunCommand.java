package city.app.cli;

import city.app.Failure;
import city.app.minds.MindsFile;
import city.app.wiring.CityProcess;
import city.app.wiring.RunSettings;
import city.app.wiring.RunSettings.Founding;
import city.world.kernel.access.Pace;
import city.world.kernel.engine.EngineSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@SuppressWarnings("NullAway.Init")
@Command(
        name = "run",
        description = "Runs the city: founds it in an empty data folder, or goes on with the one that is there.",
        footer = {
            "",
            "Each option may also stand in the environment (--mqtt-port as CITY_MQTT_PORT) or in city.yml (mqtt_port)."
        })
final class RunCommand implements Callable<Integer> {
    private static final String MAX = "max";

    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private DoorOptions doors;

    @Mixin
    private MemoryOptions memory;

    @Mixin
    private EmbedderCostOptions embedderCosts;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description = "a scenario file or a built-in one's name (default: default)")
    private Optional<String> scenario = Optional.empty();

    @Option(
            names = "--residents",
            paramLabel = "N",
            description = "how many live here at the start, where the scenario leaves it open")
    private @Nullable Integer residents;

    @Option(names = "--seed", paramLabel = "S", description = "of all chance (default: the scenario's)")
    private @Nullable Long seed;

    @Option(
            names = "--speed",
            paramLabel = "X",
            description = "ticks a second, or max (default: ${DEFAULT-VALUE})",
            defaultValue = "1")
    private String speed;

    @Option(names = "--threads", paramLabel = "N", description = "for deciding (default: the machine's cores)")
    private @Nullable Integer threads;

    @Option(names = "--ticks", paramLabel = "N", description = "stop cleanly when tick N is committed")
    private @Nullable Long ticks;

    @Option(
            names = "--telemetry-days",
            paramLabel = "N",
            description =
                    "days of the city for which moves and actions stay in the log (default: ${DEFAULT-VALUE}); all else stays for ever",
            defaultValue = "" + EngineSettings.TELEMETRY_DAYS)
    private int telemetryDays;

    @Option(
            names = "--minds",
            paramLabel = "FILE",
            description = "language models that think for residents, and what they may cost (default: none)")
    private Optional<String> minds = Optional.empty();

    @Option(
            names = "--require-tokens",
            description = "let no program speak for a resident without its token; by default only where one was issued")
    private boolean requireTokens;

    @Option(names = "--headless", description = "open no port")
    private boolean headless;

    @Option(
            names = "--print-config",
            description =
                    "prints every setting and where it comes from, as a city.yml with secrets masked; runs nothing")
    private boolean printConfig;

    @Override
    public Integer call() {
        if (printConfig) {
            PrintedConfig.print(spec.commandLine());
            return 0;
        }
        return CityProcess.run(settings(), spec.commandLine().getOut());
    }

    private RunSettings settings() {
        requireLoopback();
        return new RunSettings(
                database.data(),
                database.choice(),
                founding(),
                ticksPerSecond(),
                threads == null
                        ? Runtime.getRuntime().availableProcessors()
                        : (int) inRange("--threads", threads, 1, 256),
                doors.host(),
                doors.port(),
                doors.mqttPort(),
                doors.broker(),
                doors.redis(),
                minds.map(it -> MindsFile.read(Path.of(it), System.getenv())),
                ticks == null ? OptionalLong.empty() : OptionalLong.of(inRange("--ticks", ticks, 0, Long.MAX_VALUE)),
                headless,
                requireTokens,
                (int) inRange("--telemetry-days", telemetryDays, 1, 36_500),
                memory.memory(database.data(), embedderCosts));
    }

    private Founding founding() {
        return new Founding(
                scenario,
                seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                residents == null
                        ? OptionalInt.empty()
                        : OptionalInt.of((int) inRange("--residents", residents, 1, 1_000_000)));
    }

    private double ticksPerSecond() {
        if (speed.equals(MAX)) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            double value = Double.parseDouble(speed);
            if (value > 0 && value <= Pace.MAX_TICKS_PER_SECOND) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of range.
        }
        throw Failure.wrongUsage("--speed must be above 0 and at most %.0f ticks a second, or max: %s"
                .formatted(Pace.MAX_TICKS_PER_SECOND, speed));
    }

    /// There is no login yet: whoever reaches the port may do everything.
    private void requireLoopback() {
        var host = doors.host();
        try {
            if (!headless && !InetAddress.getByName(host).isLoopbackAddress()) {
                throw Failure.wrongUsage(
                        "--host %s would open the city to others, and it has no login yet; only 127.0.0.1, ::1 or localhost are allowed"
                                .formatted(host));
            }
        } catch (UnknownHostException e) {
            throw Failure.wrongUsage("--host is no address of this machine: " + host);
        }
    }

    private static long inRange(String option, long value, long least, long most) {
        if (value < least || value > most) {
            throw Failure.wrongUsage("%s must be %d to %d: %d".formatted(option, least, most, value));
        }
        return value;
    }
}
