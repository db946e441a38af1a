package city.app.cli;

import city.app.Failure;
import city.app.look.compare.Comparison;
import city.app.look.compare.Findings;
import city.app.look.compare.FindingsJson;
import city.app.look.compare.FindingsText;
import city.app.look.compare.Side;
import city.app.wiring.Database;
import city.app.wiring.StoppedCity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@SuppressWarnings("NullAway.Init")
@Command(
        name = "diff",
        description = "Says where two stopped cities part: exit code 0 when they are equal, 1 when they are not.",
        footer = {"", "Both must be kept by databases of their own; CITY_POSTGRES_URL is not looked at."})
final class DiffCommand implements Callable<Integer> {
    private static final String AT = "--at";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "the one city's folder")
    private Path one;

    @Parameters(index = "1", paramLabel = "DIR2", description = "the other's")
    private Path other;

    @Option(
            names = AT,
            paramLabel = "T",
            description = "the tick up to which they are compared (default: the last that both have)")
    private @Nullable Long at;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "how many differences in state are named; all are counted (default: ${DEFAULT-VALUE})",
            defaultValue = "20")
    private int limit;

    @Option(names = "--json", description = "says it as one JSON object, for programs")
    private boolean json;

    @Override
    public Integer call() {
        if (limit < 0) {
            throw Failure.wrongUsage("--limit must be 0 or more: %d".formatted(limit));
        }
        requireTwo();
        try (var city = StoppedCity.open(one, Database.own());
                var otherCity = StoppedCity.open(other, Database.own())) {
            return say(compare(side(one, city), side(other, otherCity)));
        }
    }

    private int say(Findings found) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(FindingsJson.of(found));
        } else {
            FindingsText.lines(found).forEach(out::println);
        }
        out.flush();
        return found.areEqual() ? 0 : Failure.DOES_NOT_HOLD;
    }

    private Findings compare(Side here, Side there) {
        return new Comparison(here, there, at == null ? OptionalLong.empty() : OptionalLong.of(at)).run(limit);
    }

    /// A record that is not what was written cannot be compared, which is another answer than that the two differ.
    private static Side side(Path data, StoppedCity city) {
        return new Side(
                data.toString(),
                readable(data, city::origin),
                city.head(),
                city.postgres().record(),
                city.postgres().eventLog(),
                city.postgres().keyframes().list(),
                tick -> readable(data, () -> city.tablesAt(tick, AT)));
    }

    private static <T> T readable(Path data, Supplier<T> question) {
        try {
            return question.get();
        } catch (Failure e) {
            throw e.exitCode() == Failure.DOES_NOT_HOLD
                    ? Failure.couldNotStart("%s: %s".formatted(data, e.getMessage()))
                    : e;
        }
    }

    private void requireTwo() {
        try {
            if (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other)) {
                throw Failure.wrongUsage("DIR and DIR2 are one and the same folder, %s".formatted(one));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
