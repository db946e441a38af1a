package city.world.kernel.testing;

import city.world.kernel.access.EventFeed;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.state.BytesColumn;
import city.world.kernel.state.Changes;
import city.world.kernel.state.Column;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Table;
import city.world.kernel.state.TextColumn;
import city.world.kernel.state.UuidColumn;
import city.world.spi.Answer;
import city.world.spi.CityRecord;
import city.world.spi.Commit;
import city.world.spi.EventLog;
import city.world.spi.Head;
import city.world.spi.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/// A record that lives as long as the object: what a city finds again when only its process died.
public final class InMemoryRecord implements CityRecord, EventLog {
    private final Map<String, TreeMap<Integer, Object[]>> rows = new HashMap<>();
    private final List<JournalEntry> journal = new ArrayList<>();
    private final List<LoggedEvent> events = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private Optional<Head> head = Optional.empty();
    private int commits;
    private int failAt = Integer.MAX_VALUE;
    private volatile Consumer<Consumer<String>> before = _ -> {};

    /// Fails the given commit, counted from the next as 1, before anything of it is written.
    public synchronized void failAtCommit(int number) {
        failAt = commits + number;
    }

    /// What happens before each of the following commits is written: it may take its time, and tell the writer why.
    public void beforeCommits(Consumer<Consumer<String>> deed) {
        before = deed;
    }

    public synchronized int commits() {
        return commits;
    }

    /// Replaces one journal entry, as decay or a forger would.
    public synchronized void tamper(int ordinal, JournalEntry entry) {
        journal.set(ordinal, entry);
    }

    public synchronized List<JournalEntry> journal() {
        return List.copyOf(journal);
    }

    public synchronized List<LoggedEvent> events() {
        return List.copyOf(events);
    }

    @Override
    public synchronized Optional<Head> claim() {
        head = head.map(it -> new Head(
                it.generation(),
                it.owner() + 1,
                it.commit(),
                it.tick(),
                it.nextSequence(),
                it.nextOrdinal(),
                it.journalTip(),
                it.checksum(),
                it.genesisDigest()));
        return head;
    }

    @Override
    public synchronized Optional<Head> head() {
        return head;
    }

    @Override
    public synchronized void load(List<Table> tables) {
        for (var table : tables) {
            rows.getOrDefault(table.name(), new TreeMap<>()).forEach((row, values) -> {
                table.add(row);
                for (int i = 0; i < values.length; i++) {
                    put(table.columns().get(i), row, values[i]);
                }
            });
            table.stored();
        }
    }

    @Override
    public void commit(Commit commit, Consumer<String> waiting) {
        before.accept(waiting);
        write(commit);
    }

    private synchronized void write(Commit commit) {
        if (!commit.before().equals(head)) {
            throw new RecordTaken("another city");
        }
        if (++commits == failAt) {
            throw new RecordBroken("a commit that a test makes fail", new IllegalStateException());
        }
        head = Optional.of(commit.after());
        journal.addAll(commit.journal());
        events.addAll(commit.events());
        answers.addAll(commit.answers());
        commit.changes().forEach(this::write);
    }

    @Override
    public synchronized void readJournal(long fromOrdinal, long beforeOrdinal, Consumer<JournalEntry> reader) {
        journal.stream()
                .filter(it -> it.ordinal() >= fromOrdinal && it.ordinal() < beforeOrdinal)
                .forEach(reader);
    }

    @Override
    public synchronized List<Answer> answersSince(Instant since, int limit) {
        return answers.stream()
                .filter(it -> !it.recordedAt().isBefore(since))
                .sorted(Comparator.comparing(Answer::recordedAt))
                .skip(Math.max(0, answers.size() - limit))
                .toList();
    }

    @Override
    public synchronized Optional<Answer> findAnswer(String actor, String key) {
        return answers.stream()
                .filter(it -> it.actor().equals(actor) && it.key().equals(key))
                .findFirst();
    }

    @Override
    public synchronized List<LoggedEvent> read(
            long afterSequence, long toSequence, EventFeed.Filter filter, int limit) {
        return events.stream()
                .filter(it -> it.sequence() > afterSequence && it.sequence() <= toSequence)
                .filter(filter::accepts)
                .limit(limit)
                .toList();
    }

    @Override
    public void close() {}

    private void write(Changes changes) {
        var table = changes.table();
        var stored = rows.computeIfAbsent(table.name(), name -> new TreeMap<>());
        for (int row : changes.inserted()) {
            stored.put(row, values(table, row));
        }
        for (int row : changes.updated()) {
            stored.put(row, values(table, row));
        }
        for (int row : changes.deleted()) {
            stored.remove(row);
        }
    }

    private static Object[] values(Table table, int row) {
        return table.columns().stream().map(column -> get(column, row)).toArray();
    }

    private static Object get(Column column, int row) {
        return switch (column) {
            case LongColumn it -> it.get(row);
            case IntColumn it -> it.get(row);
            case TextColumn it -> it.get(row);
            case UuidColumn it -> it.get(row);
            case BytesColumn it -> it.get(row);
        };
    }

    private static void put(Column column, int row, Object value) {
        switch (column) {
            case LongColumn it -> it.set(row, (Long) value);
            case IntColumn it -> it.set(row, (Integer) value);
            case TextColumn it -> it.set(row, (String) value);
            case UuidColumn it -> it.set(row, (UUID) value);
            case BytesColumn it -> it.set(row, (byte[]) value);
        }
    }
}
