package city.world.kernel.engine;

import city.world.kernel.access.LoggedEvent;
import city.world.kernel.access.Receipt;
import city.world.kernel.access.SubmissionFailed.Kind;
import city.world.kernel.access.Vitals;
import city.world.kernel.history.Copy;
import city.world.kernel.history.Upkeep;
import city.world.kernel.machine.Assembly;
import city.world.kernel.machine.Group;
import city.world.kernel.machine.Machine;
import city.world.kernel.machine.StateHash;
import city.world.kernel.state.Snapshot;
import city.world.kernel.state.TableShape;
import city.world.spi.Answer;
import city.world.spi.Commit;
import city.world.spi.Head;
import city.world.spi.Keyframe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes a group durable, and then, never before, shows it: the read view, the events, the answers. On the city thread.
final class Committer {
    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    private static final String WELL = "";
    private static final long NONE = Long.MIN_VALUE;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /// A commit that takes longer has met a link or a disk that stands still, whatever the record says later. Far above
    /// the slowest commit of a large city, far below what a silent link takes to be noticed.
    private static final Duration SLOW = Duration.ofSeconds(3);

    private final EnginePorts ports;
    private final Machine machine;
    private final Inbox inbox;
    private final AnswerBook answers;
    private final EventRing ring;
    private final Upkeep upkeep;
    private final List<Admitted> admitted = new ArrayList<>();
    private Optional<Head> written;
    private volatile Head head;
    private volatile Snapshot snapshot;
    private volatile Snapshot ofTick;
    private volatile String waitingFor = WELL;
    private volatile long commitBegan = NONE;

    /// @param written the record's head; empty when the founding is still to be committed
    Committer(
            EnginePorts ports,
            Machine machine,
            Optional<Head> written,
            Inbox inbox,
            AnswerBook answers,
            EventRing ring,
            Upkeep upkeep) {
        this.ports = ports;
        this.machine = machine;
        this.written = written;
        this.inbox = inbox;
        this.answers = answers;
        this.ring = ring;
        this.upkeep = upkeep;
        this.head = written.orElseGet(() -> machine.head(1, 1, 0));
        this.snapshot = machine.publish();
        this.ofTick = snapshot;
    }

    private record Admitted(Pending pending, Object answer, long ordinal) {}

    Snapshot snapshot() {
        return snapshot;
    }

    Snapshot snapshotOfTick() {
        return ofTick;
    }

    /// The head as last written.
    Head head() {
        return head;
    }

    /// Why nothing is acknowledged just now, for any thread.
    Optional<Vitals> trouble() {
        var why = waitingFor;
        if (!why.isEmpty()) {
            return Optional.of(new Vitals(Vitals.State.WAITING_FOR_RECORD, Optional.of(why)));
        }
        long began = commitBegan;
        long nanos = began == NONE ? 0 : ports.nanos().getAsLong() - began;
        return nanos <= SLOW.toNanos()
                ? Optional.empty()
                : Optional.of(new Vitals(
                        Vitals.State.WAITING_FOR_RECORD,
                        Optional.of("a commit has been under way for %d s".formatted(nanos / NANOS_PER_SECOND))));
    }

    String stateHash() {
        return StateHash.of(head.genesisDigest(), head.tick(), head.nextSequence(), head.checksum());
    }

    /// Keeps a command's answer until its commit.
    void answered(Pending pending, Object answer) {
        admitted.add(new Admitted(pending, answer, machine.nextOrdinal() - 1));
    }

    int admitted() {
        return admitted.size();
    }

    void commit(Group group) {
        commit(group, next(), written.isEmpty() ? shapes() : List.of(), Optional.empty());
    }

    /// Writes that the city goes on by the machine's rules, and a copy of all state as of now.
    ///
    /// @param undelivered the events that the bus has still to deliver
    void raiseRules(Assembly assembly, List<LoggedEvent> undelivered) {
        var after = next();
        upkeep.copied(after);
        commit(
                machine.take(),
                after,
                shapes(),
                Optional.of(Copy.draft(Keyframe.Cause.RULES, after, assembly, snapshot, undelivered)));
    }

    private Head next() {
        return machine.head(head.generation(), head.owner(), head.commit() + 1);
    }

    private List<TableShape> shapes() {
        return machine.tables().stream().map(TableShape::of).toList();
    }

    private void commit(Group group, Head after, List<TableShape> shapes, Optional<Keyframe.Draft> keyframe) {
        var keyed = answers(after);
        long start = ports.nanos().getAsLong();
        commitBegan = start;
        ports.record()
                .commit(
                        new Commit(
                                written,
                                after,
                                machine.origin().clock().at(after.tick()),
                                group.journal(),
                                group.events(),
                                group.facts(),
                                group.changes(),
                                keyed,
                                shapes,
                                keyframe),
                        this::waits);
        goesOn(start);
        machine.stored();
        written = Optional.of(after);
        head = after;
        ports.probe()
                .committed(
                        group.journal().size(),
                        group.events().size(),
                        group.rows(),
                        ports.nanos().getAsLong() - start);
        ports.probe().happened(group.facts());
        release(group, keyed);
    }

    /// Tells all callers since the last commit that nothing of theirs was applied.
    void discard(RuleBroke broke) {
        for (var each : admitted) {
            fail(each.pending(), Kind.DISCARDED, "another request broke a rule and this one was undone; send it again");
        }
        admitted.clear();
        broke.culprit().ifPresent(it -> fail(it, Kind.QUARANTINED, "the request broke a rule: " + it.type()));
    }

    void refuseQuarantined(Pending pending) {
        fail(pending, Kind.QUARANTINED, "the same request broke a rule before: " + pending.type());
    }

    /// Tells callers whose commit will not come that it is not known what became of their commands.
    void abandon() {
        admitted.forEach(it -> abandon(it.pending()));
        admitted.clear();
    }

    void abandon(Pending pending) {
        fail(pending, Kind.CLOSED, "the city stopped before it could say what became of the request");
    }

    private void waits(String why) {
        if (waitingFor.isEmpty()) {
            LOG.warn("waiting for the record after tick {}; nothing is acknowledged meanwhile: {}", head.tick(), why);
        }
        waitingFor = why;
    }

    private void goesOn(long start) {
        long nanos = ports.nanos().getAsLong() - start;
        if (!waitingFor.isEmpty() || nanos > SLOW.toNanos()) {
            LOG.warn("the record took {} ms for a commit, and the city goes on", nanos / 1_000_000);
        }
        waitingFor = WELL;
        commitBegan = NONE;
    }

    private void release(Group group, List<Answer> keyed) {
        snapshot = machine.publish();
        if (snapshot.tick() > ofTick.tick()) {
            ofTick = snapshot;
        }
        upkeep.released(head, snapshot);
        ring.append(group.events());
        answers.add(keyed);
        for (var each : admitted) {
            inbox.done(each.pending());
        }
        if (!admitted.isEmpty()) {
            var released = List.copyOf(admitted);
            admitted.clear();
            long tick = head.tick();
            long sequence = head.nextSequence() - 1;
            ports.callbacks().execute(() -> complete(released, tick, sequence));
        }
    }

    private static void complete(List<Admitted> released, long tick, long sequence) {
        for (var each : released) {
            each.pending().stage().complete(new Receipt<>(each.answer(), tick, sequence, false));
        }
    }

    private List<Answer> answers(Head after) {
        var keyed = new ArrayList<Answer>();
        for (var each : admitted) {
            each.pending()
                    .key()
                    .ifPresent(key -> keyed.add(new Answer(
                            key.actor(),
                            key.key(),
                            each.pending().digest(),
                            each.ordinal(),
                            after.tick(),
                            after.nextSequence() - 1,
                            ports.codec().nameOf(each.answer().getClass()),
                            ports.codec().write(each.answer()),
                            ports.wall().instant())));
        }
        return keyed;
    }

    private void fail(Pending pending, Kind kind, String message) {
        inbox.done(pending);
        ports.callbacks().execute(() -> pending.fail(kind, message));
    }
}
