package city.adapter.scenario.text;

import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/// Turns the text of a file into nodes. No object is made by a tag, whatever the file says.
public final class YamlText {
    public static final int MAX_CHARACTERS = 10_000_000;

    /// A scenario needs eight levels.
    private static final int MAX_DEPTH = 20;

    /// An alias of a list or map may be repeated in itself and blow a small file up; nothing in a scenario needs one.
    private static final int MAX_ALIASES = 0;

    private YamlText() {}

    /// @return the file's mapping, or empty when it has none; then the faults say why
    public static Optional<Section> read(String text, Faults faults) {
        try {
            var root = compose(text);
            if (root instanceof MappingNode mapping) {
                return Optional.of(Section.of(mapping, Place.START, faults));
            }
            faults.add(Place.START, "must be a map of keys to values");
        } catch (MarkedYAMLException broken) {
            faults.add(new Place("", line(broken.getProblemMark())), reason(broken));
        } catch (YAMLException broken) {
            faults.add(Place.START, reason(broken));
        }
        return Optional.empty();
    }

    private static @Nullable Node compose(String text) {
        var limits = new LoaderOptions();
        limits.setCodePointLimit(MAX_CHARACTERS);
        limits.setNestingDepthLimit(MAX_DEPTH);
        limits.setMaxAliasesForCollections(MAX_ALIASES);
        limits.setAllowRecursiveKeys(false);
        return new Yaml(new SafeConstructor(limits)).compose(new StringReader(text));
    }

    private static int line(@Nullable Mark mark) {
        return mark == null ? 1 : mark.getLine() + 1;
    }

    private static String reason(YAMLException broken) {
        var message = String.valueOf(
                broken instanceof MarkedYAMLException marked ? marked.getProblem() : broken.getMessage());
        if (message.contains("aliases")) {
            return "aliases of lists and maps must not be used";
        }
        if (message.contains("Nesting Depth")) {
            return "lists and maps must be nested at most %d deep".formatted(MAX_DEPTH);
        }
        if (message.contains("incoming YAML document exceeds")) {
            return "must have at most %d characters".formatted(MAX_CHARACTERS);
        }
        return "must be YAML or JSON: " + message;
    }
}
