package city.app.cli;

import city.app.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What an option is when no flag says it: `CITY_MQTT_PORT` of the environment, then `mqtt_port` of `city.yml` in the
/// working folder, then the option's own default.
final class Configuration implements IDefaultValueProvider {
    private static final Path FILE = Path.of("city.yml");

    private final Map<String, String> environment;
    private final Map<String, String> file;

    private Configuration(Map<String, String> environment, Map<String, String> file) {
        this.environment = environment;
        this.file = file;
    }

    /// @throws Failure when the file is none, or holds what no word of the command line knows
    static Configuration fromSurroundings(CommandLine line) {
        var file = Files.isRegularFile(FILE) ? read(FILE) : Map.<String, String>of();
        return of(System.getenv(), file, line);
    }

    static Configuration of(Map<String, String> environment, Map<String, String> file, CommandLine line) {
        var known = settings(line);
        for (var name : file.keySet()) {
            if (!known.contains(name)) {
                throw Failure.wrongUsage(
                        "%s: there is no setting %s; there are %s".formatted(FILE, name, String.join(", ", known)));
            }
        }
        return new Configuration(environment, file);
    }

    /// The name of an option in the file: `mqtt_port` for `--mqtt-port`.
    static String nameOf(OptionSpec option) {
        return option.longestName().replaceFirst("^--", "").replace('-', '_');
    }

    /// Whether an option is a setting; the others only ask for something.
    static boolean isSetting(OptionSpec option) {
        return !option.usageHelp() && !option.versionHelp() && !nameOf(option).equals("print_config");
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || !isSetting(option)) {
            return null;
        }
        var set = environment.get(variable(option));
        return set != null ? set : file.getOrDefault(nameOf(option), option.defaultValue());
    }

    /// Where the value of an option comes from that no flag gave.
    String sourceOf(OptionSpec option) {
        if (environment.containsKey(variable(option))) {
            return variable(option);
        }
        return file.containsKey(nameOf(option)) ? FILE.toString() : "default";
    }

    private static String variable(OptionSpec option) {
        return "CITY_" + nameOf(option).toUpperCase(Locale.ROOT);
    }

    private static Set<String> settings(CommandLine line) {
        return line.getSubcommands().values().stream()
                .flatMap(it -> it.getCommandSpec().options().stream())
                .filter(Configuration::isSetting)
                .map(Configuration::nameOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> read(Path path) {
        try {
            var settings = new TreeMap<String, String>();
            Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(path));
            if (root instanceof Map<?, ?> map) {
                map.forEach((key, value) -> put(settings, String.valueOf(key), value));
            } else if (root != null) {
                throw Failure.wrongUsage(path + " must be a list of settings, such as port: 8081");
            }
            return settings;
        } catch (IOException | YAMLException e) {
            throw Failure.wrongUsage("%s cannot be read: %s".formatted(path, e.getMessage()));
        }
    }

    /// What has no value is as if it were not there.
    private static void put(Map<String, String> settings, String key, @Nullable Object value) {
        if (value instanceof Map || value instanceof Iterable) {
            throw Failure.wrongUsage("%s: %s must be one value".formatted(FILE, key));
        }
        if (value != null) {
            settings.put(key, String.valueOf(value));
        }
    }
}
