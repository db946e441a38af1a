package city.app.cli;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// Every setting with its value and where that comes from: flags over environment over `city.yml` over defaults. The
/// lines are a `city.yml` themselves. What is secret is masked, so that the lines can be shown around.
final class PrintedConfig {
    private static final Pattern SECRET = Pattern.compile("password|secret|token(?!s)|key", Pattern.CASE_INSENSITIVE);

    /// The password in an address, `//user:password@` or `//password@`, and one among its parameters. It ends at the
    /// last `@` of all: an address with a `/` or `?` in its password is wrong, and shown to find out why.
    private static final Pattern LOGIN = Pattern.compile("//([^:/@?]*:)?.*@", Pattern.DOTALL);

    private static final Pattern PARAMETER =
            Pattern.compile("([?&][^=&]*(?:password|secret|token|key)[^=&]*)=[^&]*", Pattern.CASE_INSENSITIVE);

    private static final String MASK = "****";

    private PrintedConfig() {}

    /// @param line with the words parsed
    static void print(CommandLine line) {
        var out = line.getOut();
        line.getCommandSpec().options().stream()
                .filter(Configuration::isSetting)
                .sorted(Comparator.comparing(Configuration::nameOf))
                .forEach(option -> out.printf(
                        "%-40s # %s%n",
                        "%s: %s"
                                .formatted(Configuration.nameOf(option), shown(option))
                                .strip(),
                        source(line, option)));
        out.flush();
    }

    static String mask(String name, String value) {
        if (SECRET.matcher(name).find()) {
            return value.isEmpty() ? value : MASK;
        }
        var withoutLogin =
                LOGIN.matcher(value).replaceAll(it -> "//" + Objects.requireNonNullElse(it.group(1), "") + MASK + "@");
        return PARAMETER.matcher(withoutLogin).replaceAll("$1=" + MASK);
    }

    private static String source(CommandLine line, OptionSpec option) {
        if (line.getParseResult().hasMatchedOption(option)) {
            return option.longestName();
        }
        return line.getDefaultValueProvider() instanceof Configuration configuration
                ? configuration.sourceOf(option)
                : "default";
    }

    private static String shown(OptionSpec option) {
        Object value = option.getValue();
        var text =
                value instanceof Optional<?> maybe ? maybe.map(String::valueOf).orElse("") : text(value);
        return mask(Configuration.nameOf(option), text);
    }

    private static String text(Object value) {
        return value == null ? "" : String.valueOf(value);
    }
}
