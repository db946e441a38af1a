package city.app.fork;

import city.adapter.postgres.PostgresAdapter;
import city.adapter.postgres.fork.Cut;
import city.app.Failure;
import city.app.look.Rebuild.Rebuilt;
import city.app.wiring.Database;
import city.app.wiring.StoppedCity;
import city.world.kernel.access.EventFeed.Filter;
import city.world.kernel.machine.Group;
import city.world.kernel.state.TableShape;
import city.world.spi.Commit;
import city.world.spi.Head;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes a second city that is equal to a stopped one up to a tick, and lives on its own from there.
///
/// The past is copied: journal, events as far as they are kept, keyframes, and what people read of it. The state is
/// rebuilt from the journal, as `replay --to` does, and written by a first commit like any other, with what happened
/// in the tick itself.
public final class Fork {
    private static final Logger LOG = LoggerFactory.getLogger(Fork.class);

    /// The process that forks is the second city's first owner.
    private static final long FIRST_OWNER = 1;

    private final Path data;
    private final Database.Choice choice;
    private final long tick;
    private final Path into;
    private final Optional<Integer> generation;

    /// @param generation of the second city; one more than the first's when it is empty
    public Fork(Path data, Database.Choice choice, long tick, Path into, Optional<Integer> generation) {
        this.data = data;
        this.choice = choice;
        this.tick = tick;
        this.into = into;
        this.generation = generation;
    }

    /// What was made.
    public record Made(long tick, String stateHash, int generation, int firstGeneration) {}

    /// @throws Failure when the first city cannot be opened, never was at the tick, or the folder is not free; then
    /// nothing is left of it
    public Made run() {
        requireAnotherFolder();
        NewCity.requireEmpty(into);
        try (var first = StoppedCity.open(data, choice)) {
            int number = requireAbove(first.head().generation());
            var rebuilt = first.rebuildAt(tick, "--at");
            make(first, rebuilt, number);
            var machine = rebuilt.machine();
            return new Made(
                    machine.tick(), machine.stateHash(), number, first.head().generation());
        }
    }

    /// A signal breaks it off: the hook clears away, and the work here fails for want of a database.
    private void make(StoppedCity first, Rebuilt rebuilt, int number) {
        try (var second = NewCity.in(into)) {
            var hook = new Thread(second::breakOff, "fork-stop");
            Runtime.getRuntime().addShutdownHook(hook);
            try {
                fill(first, rebuilt, second.open(rebuilt.machine().tables()), number);
                second.finish();
            } catch (RuntimeException e) {
                throw second.isBrokenOff() ? NewCity.brokenOff() : e;
            }
            forget(hook);
        }
    }

    private static void fill(StoppedCity first, Rebuilt rebuilt, PostgresAdapter into, int generation) {
        var machine = rebuilt.machine();
        var last = rebuilt.last();
        var clock = machine.origin().clock();
        var head = machine.head(generation, FIRST_OWNER, first.head().commit() + 1);
        var cut = new Cut(
                head.tick(),
                head.nextOrdinal(),
                lastBefore(last, head),
                head.nextSequence() - 1,
                head.rulesVersion(),
                clock);
        requireUndelivered(first, cut, machine.delivered());
        var before = into.record().claim();
        var fork = first.postgres().forkInto(into, cut);
        fork.copyPast();
        var commit = new Commit(
                before,
                head,
                clock.at(head.tick()),
                List.of(),
                last.events(),
                last.facts(),
                last.changes(),
                List.of(),
                machine.tables().stream().map(TableShape::of).toList(),
                Optional.empty());
        into.record().commit(commit, why -> LOG.warn("waiting for the second city's database: {}", why));
        fork.settleTimes();
    }

    private static long lastBefore(Group last, Head head) {
        return last.events().isEmpty()
                ? head.nextSequence() - 1
                : last.events().getFirst().sequence() - 1;
    }

    /// The bus still has to deliver what was raised last. It comes with the tick that was run here, but for a tick with
    /// which rules begin: that one's are taken from the log.
    private static void requireUndelivered(StoppedCity first, Cut cut, long delivered) {
        long horizon = first.postgres().eventLog().horizon(Filter.ALL);
        if (delivered < cut.copied() && delivered < horizon) {
            throw Failure.wrongUsage(
                    "--at %d cannot be forked: rules began there, and the log has lost what was still to be heard; give --at %d"
                            .formatted(cut.tick(), cut.tick() + 1));
        }
    }

    private int requireAbove(int first) {
        int number = generation.orElse(first + 1);
        if (number <= first) {
            throw Failure.wrongUsage("--generation must be above the first city's, %d: %d".formatted(first, number));
        }
        return number;
    }

    private void requireAnotherFolder() {
        try {
            if (Files.exists(into) && Files.exists(data) && Files.isSameFile(into, data)) {
                throw Failure.wrongUsage("--into %s is the first city's own folder".formatted(into));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process ends already, and the hook finds a city that is finished.
        }
    }
}
