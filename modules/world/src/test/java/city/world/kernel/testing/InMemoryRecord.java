package city.world.kernel.testing;

import city.world.kernel.EventType.Audience;
import city.world.kernel.access.BelowHorizon;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.state.Table;
import city.world.kernel.state.TableShape;
import city.world.spi.Answer;
import city.world.spi.CityRecord;
import city.world.spi.Commit;
import city.world.spi.Cursors;
import city.world.spi.EventLog;
import city.world.spi.Head;
import city.world.spi.JournalEntry;
import city.world.spi.Keyframe;
import city.world.spi.Keyframes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// A record that lives as long as the object: what a city finds again when only its process died.
public final class InMemoryRecord implements CityRecord, EventLog, Keyframes, Cursors {
    private final InMemoryRows rows = new InMemoryRows();
    private final List<JournalEntry> journal = new ArrayList<>();
    private final List<LoggedEvent> events = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final TreeMap<Long, Kept> keyframes = new TreeMap<>();
    private final Map<String, LoggedEvent> lastRemoved = new HashMap<>();
    private final Map<String, Long> cursors = new HashMap<>();
    private final Set<String> followers = new HashSet<>();
    private List<TableShape> shapes = List.of();
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
                it.genesisDigest(),
                it.rulesVersion()));
        return head;
    }

    @Override
    public synchronized Optional<Head> head() {
        return head;
    }

    @Override
    public synchronized void load(List<Table> tables) {
        tables.forEach(rows::load);
    }

    @Override
    public synchronized List<TableShape> shapes() {
        return shapes;
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
        commit.changes().forEach(rows::write);
        shapes = commit.shapes().isEmpty() ? shapes : commit.shapes();
        commit.keyframe().ifPresent(this::add);
    }

    @Override
    public synchronized void readJournal(long fromOrdinal, long beforeOrdinal, Consumer<JournalEntry> reader) {
        journal.stream()
                .filter(it -> it.ordinal() >= fromOrdinal && it.ordinal() < beforeOrdinal)
                .forEach(reader);
    }

    @Override
    public synchronized Optional<String> findChain(long ordinal) {
        return journal.stream()
                .filter(it -> it.ordinal() == ordinal)
                .map(JournalEntry::chain)
                .findFirst();
    }

    @Override
    public void readEvents(long afterSequence, long toSequence, Consumer<LoggedEvent> reader) {
        read(afterSequence, toSequence, EventFeed.Filter.ALL, Integer.MAX_VALUE).forEach(reader);
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
        long horizon = horizon(filter);
        if (afterSequence < horizon) {
            throw new BelowHorizon(afterSequence, Audience.TELEMETRY, horizon);
        }
        return events.stream()
                .filter(it -> it.sequence() > afterSequence && it.sequence() <= toSequence)
                .filter(filter::accepts)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized long horizon(EventFeed.Filter filter) {
        return lastRemoved.values().stream()
                .filter(it -> filter.telemetry())
                .filter(it -> filter.topic()
                        .filter(topic -> !topic.equals(it.topic()))
                        .isEmpty())
                .filter(it ->
                        filter.type().filter(type -> !type.equals(it.type())).isEmpty())
                .mapToLong(LoggedEvent::sequence)
                .max()
                .orElse(0);
    }

    @Override
    public synchronized int removeTelemetry(long beforeTick, int limit) {
        long read = cursors.entrySet().stream()
                .filter(it -> followers.contains(it.getKey()))
                .mapToLong(Map.Entry::getValue)
                .min()
                .orElse(Long.MAX_VALUE);
        var old = events.stream()
                .filter(it -> it.audience() == Audience.TELEMETRY && it.tick() < beforeTick && it.sequence() <= read)
                .limit(limit)
                .toList();
        events.removeAll(old);
        old.forEach(it -> lastRemoved.put(it.type(), it));
        return old.size();
    }

    @Override
    public synchronized void follow(String follower) {
        followers.add(follower);
    }

    @Override
    public synchronized long find(String follower) {
        return cursors.getOrDefault(follower, 0L);
    }

    @Override
    public synchronized void replace(String follower, long sequence) {
        cursors.put(follower, sequence);
    }

    /// The blocks are made before any of them is kept, so a draft that fails half-way leaves nothing.
    @Override
    public void add(Keyframe.Draft draft) {
        var blocks = new ArrayList<byte[]>();
        draft.blocks().forEach(blocks::add);
        synchronized (this) {
            keyframes.putIfAbsent(draft.keyframe().head().commit(), new Kept(draft.keyframe(), blocks));
        }
    }

    @Override
    public synchronized List<Keyframe> list() {
        return keyframes.values().stream().map(Kept::keyframe).toList();
    }

    @Override
    public synchronized void readBlocks(Keyframe keyframe, Consumer<byte[]> reader) {
        var kept = keyframes.get(keyframe.head().commit());
        if (kept == null) {
            throw new Damaged("it is not there");
        }
        kept.blocks().forEach(reader);
    }

    @Override
    public synchronized int removeDaily(long beforeTick) {
        int before = keyframes.size();
        keyframes
                .values()
                .removeIf(it -> it.keyframe().cause() == Keyframe.Cause.DAY
                        && it.keyframe().head().tick() < beforeTick);
        return before - keyframes.size();
    }

    /// Changes the last byte of a keyframe's block, as decay would; a second time puts it right.
    public synchronized void damage(Keyframe keyframe, int block) {
        var bytes = Optional.ofNullable(keyframes.get(keyframe.head().commit()))
                .orElseThrow()
                .blocks()
                .get(block);
        bytes[bytes.length - 1] ^= 1;
    }

    @Override
    public void close() {}

    private record Kept(Keyframe keyframe, List<byte[]> blocks) {}
}
