package city.app.cli;

import city.app.Failure;
import city.app.Release;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/// The words after `./city`, and how their failures are told: one line on stderr, never a stack trace.
@Command(
        name = "city",
        description = "A persistent city of autonomous agents.",
        versionProvider = CityCommand.Version.class,
        subcommands = {
            RunCommand.class,
            VerifyCommand.class,
            ReplayCommand.class,
            ForkCommand.class,
            DiffCommand.class,
            BenchCommand.class,
            DoctorCommand.class,
            ScenarioCommand.class,
            TokenCommand.class,
            ConformCommand.class,
            VersionCommand.class,
            HelpCommand.class
        },
        footer = {"", "From a source tree, './city test [--long] [--containers]' runs every test of the project."})
public final class CityCommand {
    private static final Logger LOG = LoggerFactory.getLogger(CityCommand.class);

    @Option(names = "--version", versionHelp = true, description = "says which release this is")
    private boolean version;

    /// @return the exit code
    public static int execute(String... words) {
        var line = line();
        try {
            line.setDefaultValueProvider(Configuration.fromSurroundings(line));
        } catch (Failure e) {
            return sayAll(line.getErr(), e);
        }
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(
                (e, given) -> say(e.getCommandLine().getErr(), e.getMessage(), Failure.WRONG_USAGE));
        line.setExecutionExceptionHandler((e, command, parsed) -> told(e, command.getErr()));
        if (words.length == 0) {
            line.usage(line.getErr());
            return Failure.WRONG_USAGE;
        }
        return line.execute(words);
    }

    static CommandLine line() {
        var line = new CommandLine(new CityCommand());
        addHelp(line);
        return line;
    }

    /// To every word that has none of its own; picocli would hand it down to those that do, and fail.
    private static void addHelp(CommandLine line) {
        var word = line.getCommandSpec();
        if (word.options().stream().noneMatch(OptionSpec::usageHelp)) {
            word.addOption(OptionSpec.builder("-h", "--help")
                    .usageHelp(true)
                    .description("says what may stand here, and does nothing else")
                    .build());
        }
        line.getSubcommands().values().forEach(CityCommand::addHelp);
    }

    /// A failure that nobody foresaw is a bug; where it comes from is in the log.
    private static int told(Exception e, PrintWriter err) {
        if (e instanceof Failure failure) {
            return sayAll(err, failure);
        }
        LOG.error("unforeseen", e);
        return say(err, "failed for a reason that nobody foresaw: " + e, Failure.DOES_NOT_HOLD);
    }

    private static int sayAll(PrintWriter err, Failure failure) {
        String.valueOf(failure.getMessage()).lines().forEach(it -> err.println("city: " + it));
        return failure.exitCode();
    }

    private static int say(PrintWriter err, @Nullable String message, int exitCode) {
        err.println("city: " + String.valueOf(message).lines().findFirst().orElse(""));
        return exitCode;
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"city " + Release.version()};
        }
    }
}
