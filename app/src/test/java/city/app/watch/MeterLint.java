package city.app.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What `promtool check metrics` looks for, and a little more: help, a type, names in snake case, base units, `_total`
/// on counters and on nothing else, no suffix of a histogram where there is none, no sample twice, none that is no
/// number.
final class MeterLint {
    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{[^}]*})? ([-+0-9.eE]+|NaN|[-+]Inf)");
    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    /// Units that are not the base of their kind, long and short.
    private static final Set<String> FOREIGN_UNITS = Set.of(
            "ms",
            "us",
            "ns",
            "milliseconds",
            "microseconds",
            "nanoseconds",
            "minutes",
            "hours",
            "days",
            "kb",
            "mb",
            "gb",
            "kilobytes",
            "megabytes",
            "gigabytes",
            "bits",
            "percent",
            "percentage",
            "celcius",
            "fahrenheit");

    private static final Set<String> TYPES = Set.of("counter", "gauge", "histogram", "summary", "untyped");
    private static final List<String> PARTS = List.of("_bucket", "_count", "_sum");

    private final Map<String, String> help = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final Set<String> samples = new HashSet<>();
    private final List<String> complaints = new ArrayList<>();

    private MeterLint() {}

    /// What is wrong with an exposition, a line each; empty when nothing is.
    static List<String> complaints(String exposition) {
        var lint = new MeterLint();
        exposition.lines().filter(it -> !it.isBlank()).forEach(lint::read);
        lint.types.forEach(lint::judge);
        return lint.complaints;
    }

    private void read(String line) {
        var words = line.split(" ", 4);
        if (line.startsWith("# HELP ")) {
            help.put(words[2], words.length > 3 ? words[3] : "");
        } else if (line.startsWith("# TYPE ")) {
            types.put(words[2], words[3]);
        } else if (!line.startsWith("#")) {
            sample(line);
        }
    }

    private void sample(String line) {
        var found = SAMPLE.matcher(line);
        if (!found.matches()) {
            complaints.add("no sample: " + line);
            return;
        }
        var name = found.group(1);
        if (!types.containsKey(name) && !isPartOfOne(name)) {
            complaints.add(name + " has no type");
        }
        complain(name, "is no number", found.group(3).equals("NaN") && !mayBeNone(name));
        if (!samples.add(name + found.group(2))) {
            complaints.add("twice: " + line);
        }
    }

    /// A quantile of nothing is none.
    private boolean mayBeNone(String name) {
        return types.getOrDefault(name, "").equals("summary");
    }

    private boolean isPartOfOne(String name) {
        return PARTS.stream()
                .filter(name::endsWith)
                .map(it -> types.getOrDefault(name.substring(0, name.length() - it.length()), ""))
                .anyMatch(it -> it.equals("histogram") || it.equals("summary"));
    }

    private void judge(String name, String type) {
        boolean counts = type.equals("counter");
        boolean hasParts = type.equals("histogram") || type.equals("summary");
        complain(name, "has no help", help.getOrDefault(name, "").isBlank());
        complain(name, "is of an unknown type " + type, !TYPES.contains(type));
        complain(name, "is not in snake case", !SNAKE_CASE.matcher(name).matches());
        complain(name, "is a counter without _total", counts && !name.endsWith("_total"));
        complain(name, "is no counter and ends in _total", !counts && name.endsWith("_total"));
        complain(
                name,
                "ends like a histogram's part",
                !hasParts && PARTS.stream().anyMatch(name::endsWith));
        complain(name, "names its type", Stream.of(name.split("_")).anyMatch(TYPES::contains));
        complain(name, "is not in base units", Stream.of(name.split("_")).anyMatch(FOREIGN_UNITS::contains));
    }

    private void complain(String name, String what, boolean holds) {
        if (holds) {
            complaints.add(name + " " + what);
        }
    }
}
