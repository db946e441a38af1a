package city.adapter.postgres;

import city.world.kernel.Event;
import city.world.kernel.EventType.Audience;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.state.BytesColumn;
import city.world.kernel.state.Changes;
import city.world.kernel.state.Checksum;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Table;
import city.world.kernel.state.TextColumn;
import city.world.kernel.state.UuidColumn;
import city.world.spi.Answer;
import city.world.spi.CityRecord;
import city.world.spi.Commit;
import city.world.spi.Head;
import city.world.spi.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// State of a module that does not exist, and commits as the kernel would make them.
final class MadeUpCity {
    static final String SCHEMA = "made_up";
    static final Instant EPOCH = Instant.parse("2030-01-01T06:00:00Z");

    final Table things = new Table(SCHEMA, "things");
    final LongColumn coins = things.longs("coins");
    final IntColumn rank = things.ints("rank");
    final TextColumn name = things.texts("name");
    final UuidColumn id = things.uuids("id");
    final BytesColumn plan = things.bytes("plan");

    final Table wide = new Table(SCHEMA, "wide");
    final List<LongColumn> longs =
            Stream.of("a", "b", "c", "d").map(wide::longs).toList();
    final List<IntColumn> ints = Stream.of("e", "f", "g").map(wide::ints).toList();
    final UuidColumn uuid = wide.uuids("h");
    final TextColumn text = wide.texts("i");
    final BytesColumn bytes = wide.bytes("j");

    Optional<Head> head = Optional.empty();
    private final List<LoggedEvent> events = new ArrayList<>();
    private final List<Event> facts = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();

    /// Something that happened to somebody.
    record Deed(UUID subject, long worth) implements Event {}

    List<Table> tables() {
        return List.of(things, wide);
    }

    int addThing(long coinsOfIt, String nameOfIt) {
        int row = things.add();
        coins.set(row, coinsOfIt);
        name.set(row, nameOfIt);
        return row;
    }

    /// Adds rows to the wide table, or changes the first so many.
    void touchWide(int rows, long salt) {
        for (int row = 0; row < rows; row++) {
            if (!wide.exists(row)) {
                wide.add(row);
            }
            for (var column : longs) {
                column.set(row, salt * 31 + row);
            }
            for (var column : ints) {
                column.set(row, (int) salt + row);
            }
            uuid.set(row, new UUID(salt, row));
            text.set(row, "text " + salt);
            bytes.set(row, new byte[] {(byte) salt, (byte) row});
        }
    }

    void happen(UUID subject, Audience audience, long worth) {
        long sequence = nextSequence();
        facts.add(new Deed(subject, worth));
        events.add(new LoggedEvent(
                sequence,
                new UUID(7, sequence),
                tick(),
                EPOCH.plusSeconds(300 * tick()),
                "made-up.deed.v1",
                "made-up",
                audience,
                subject,
                Math.max(0, sequence - 1),
                "{\"worth\":%d}".formatted(worth)));
    }

    Answer answer(String actor, String key, Instant recordedAt) {
        var answer = new Answer(
                actor,
                key,
                "d1",
                nextOrdinal(),
                tick(),
                nextSequence() - 1,
                "made-up.done.v1",
                "{\"é\":1}",
                recordedAt);
        answers.add(answer);
        return answer;
    }

    /// All that is new since the last commit, in one.
    Commit commit() {
        var changes =
                tables().stream().map(Table::drain).filter(it -> !it.isEmpty()).toList();
        var sum = tables().stream().map(Table::checksum).reduce(Checksum.ZERO, Checksum::plus);
        long ordinal = nextOrdinal();
        var tip = "%064x".formatted(ordinal + 1);
        var entry =
                new JournalEntry(ordinal, tick(), "operator", "made-up.do.v1", "{\"n\":%d}".formatted(ordinal), tip);
        var after = new Head(
                1,
                head.map(Head::owner).orElse(1L),
                head.map(Head::commit).orElse(0L) + 1,
                tick() + 1,
                nextSequence(),
                ordinal + 1,
                tip,
                sum,
                "ab".repeat(32),
                1);
        return new Commit(
                head,
                after,
                Instant.EPOCH,
                List.of(entry),
                List.copyOf(events),
                List.copyOf(facts),
                changes,
                List.copyOf(answers),
                List.of(),
                Optional.empty());
    }

    void stored(Commit commit) {
        head = Optional.of(commit.after());
        tables().forEach(Table::stored);
        events.clear();
        facts.clear();
        answers.clear();
    }

    Commit commitTo(CityRecord record) {
        var commit = commit();
        record.commit(commit, _ -> {});
        stored(commit);
        return commit;
    }

    static int rowsOf(List<Changes> changes) {
        return changes.stream().mapToInt(Changes::size).sum();
    }

    private long tick() {
        return head.map(Head::tick).orElse(0L);
    }

    private long nextOrdinal() {
        return head.map(Head::nextOrdinal).orElse(0L);
    }

    private long nextSequence() {
        return head.map(Head::nextSequence).orElse(1L) + events.size();
    }
}
