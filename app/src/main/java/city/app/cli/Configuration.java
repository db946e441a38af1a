package city.app.cli;

import city.app.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What an option is when no flag says it: `CITY_MQTT_PORT` of the environment, then `mqtt_port` of `city.yml` in the
/// working folder, then the option's own default.
final class Configuration implements IDefaultValueProvider {
    private static final Path FILE = Path.of("city.yml");

    private final Map<String, String> environment;
    private final Map<String, String> file;

    Configuration(Map<String, String> environment, Map<String, String> file) {
        this.environment = environment;
        this.file = file;
    }

    static Configuration fromSurroundings() {
        return new Configuration(System.getenv(), Files.isRegularFile(FILE) ? read(FILE) : Map.of());
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
            return null;
        }
        var name = option.longestName().replaceFirst("^--", "").replace('-', '_');
        var set = environment.get("CITY_" + name.toUpperCase(Locale.ROOT));
        return set != null ? set : file.getOrDefault(name, option.defaultValue());
    }

    private static Map<String, String> read(Path path) {
        try {
            var settings = new TreeMap<String, String>();
            Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(path));
            if (root instanceof Map<?, ?> map) {
                map.forEach((key, value) -> settings.put(String.valueOf(key), String.valueOf(value)));
            }
            return settings;
        } catch (IOException | YAMLException e) {
            throw Failure.wrongUsage("%s cannot be read: %s".formatted(path, e.getMessage()));
        }
    }
}
