package city.app.look.compare;

import city.app.wiring.CityParts;
import city.world.kernel.EventType.Audience;
import city.world.kernel.Genesis;
import city.world.kernel.access.EventFeed.Filter;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.machine.Origin;
import city.world.kernel.state.Checksum;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Table;
import city.world.kernel.state.TableShape;
import city.world.spi.Answer;
import city.world.spi.CityRecord;
import city.world.spi.Commit;
import city.world.spi.EventLog;
import city.world.spi.Head;
import city.world.spi.JournalEntry;
import city.world.spi.Keyframe;
import city.world.spi.Keyframe.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// A city made of what a comparison looks at: one event and one move a tick, a command where a test asks for it, one
/// value that is the state.
final class TwoDays implements CityRecord, EventLog {
    private static final Instant EPOCH = Instant.parse("2030-05-06T06:00:00Z");

    private final long seed;
    private final long ticks;
    private final List<JournalEntry> journal = new ArrayList<>();
    private final List<LoggedEvent> events = new ArrayList<>();
    private final List<Keyframe> keyframes = new ArrayList<>();
    private final Table table = new Table("economy", "treasury");
    private final LongColumn value = table.longs("value");
    private long horizon;

    TwoDays(long seed, long ticks) {
        this.seed = seed;
        this.ticks = ticks;
        table.add(0);
        journal.add(new JournalEntry(0, 0, FOUNDER, "kernel.genesis.v1", "{\"seed\":%d}".formatted(seed), "0"));
        for (long tick = 1; tick <= ticks; tick++) {
            add(tick, "world.clock-struck.v1", Audience.PUBLIC);
            add(tick, "agents.moved.v1", Audience.TELEMETRY);
        }
    }

    TwoDays commanded(long tick, String payload) {
        long ordinal = journal.size();
        journal.add(new JournalEntry(ordinal, tick, "operator", "world.ring.v1", payload, payload));
        return this;
    }

    /// The event of the tick says something else.
    TwoDays told(long tick, Audience audience, String data) {
        events.replaceAll(it -> it.tick() == tick && it.audience() == audience
                ? new LoggedEvent(
                        it.sequence(), it.id(), tick, it.time(), it.type(), it.topic(), audience, it.subject(), 0, data)
                : it);
        return this;
    }

    TwoDays worth(long minor) {
        value.set(0, minor);
        return this;
    }

    TwoDays keyframe(long tick, long sum) {
        keyframes.add(new Keyframe(head(tick, new Checksum(0, sum)), Cause.DAY, Checksum.ZERO));
        return this;
    }

    /// From the tick on it lives by the rules of a newer program.
    TwoDays newRules(long tick) {
        keyframes.add(new Keyframe(head(tick, Checksum.ZERO), Cause.RULES, Checksum.ZERO));
        return this;
    }

    TwoDays withoutMovesUpTo(long tick) {
        horizon = 2 * tick;
        events.removeIf(it -> it.audience() == Audience.TELEMETRY && it.tick() <= tick);
        return this;
    }

    Side named(String name) {
        return new Side(name, origin(), head(ticks, Checksum.ZERO), this, this, keyframes, _ -> List.of(table));
    }

    private Origin origin() {
        var genesis = new Genesis("town", seed, Genesis.RULES_VERSION, EPOCH, Duration.ofMinutes(5), List.of());
        return Origin.of(genesis, CityParts.CODEC);
    }

    private Head head(long tick, Checksum sum) {
        return new Head(1, 1, tick, tick, 2 * tick + 1, 1, "", sum, origin().digest(), Genesis.RULES_VERSION);
    }

    private void add(long tick, String type, Audience audience) {
        long sequence = events.size() + 1L;
        events.add(new LoggedEvent(
                sequence,
                new UUID(seed, sequence),
                tick,
                EPOCH,
                type,
                type.substring(0, type.indexOf('.')),
                audience,
                new UUID(0, 7),
                0,
                "{}"));
    }

    @Override
    public void readJournal(long fromOrdinal, long beforeOrdinal, Consumer<JournalEntry> reader) {
        journal.stream()
                .filter(it -> it.ordinal() >= fromOrdinal && it.ordinal() < beforeOrdinal)
                .forEach(reader);
    }

    @Override
    public Optional<String> findChain(long ordinal) {
        throw new UnsupportedOperationException("a comparison reads whole entries");
    }

    @Override
    public List<LoggedEvent> read(long afterSequence, long toSequence, Filter filter, int limit) {
        if (filter.telemetry() && afterSequence < horizon) {
            throw new AssertionError("read below the horizon");
        }
        return events.stream()
                .filter(it -> it.sequence() > afterSequence && it.sequence() <= toSequence && filter.accepts(it))
                .limit(limit)
                .toList();
    }

    @Override
    public long horizon(Filter filter) {
        return filter.telemetry() ? horizon : 0;
    }

    @Override
    public int removeTelemetry(long beforeTick, int limit) {
        throw new UnsupportedOperationException("a comparison removes nothing");
    }

    @Override
    public Optional<Head> claim() {
        throw new UnsupportedOperationException("a comparison claims nothing");
    }

    @Override
    public Optional<Head> head() {
        return Optional.of(head(ticks, Checksum.ZERO));
    }

    @Override
    public void load(List<Table> tables) {
        throw new UnsupportedOperationException("tables come with the side");
    }

    @Override
    public List<TableShape> shapes() {
        return List.of();
    }

    @Override
    public void commit(Commit commit, Consumer<String> waiting) {
        throw new UnsupportedOperationException("a comparison writes nothing");
    }

    @Override
    public void readEvents(long afterSequence, long toSequence, Consumer<LoggedEvent> reader) {
        read(afterSequence, toSequence, Filter.ALL, Integer.MAX_VALUE).forEach(reader);
    }

    @Override
    public List<Answer> answersSince(Instant since, int limit) {
        return List.of();
    }

    @Override
    public Optional<Answer> findAnswer(String actor, String key) {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
