package city.world.kernel.engine;

import city.world.kernel.access.Vitals;
import city.world.kernel.machine.Machine;
import city.world.spi.CityRecord.RecordTaken;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one writer. It admits what waits, runs a tick when one is due, commits, and releases what was committed; then it
/// begins again. What it does between two commits is one group: it becomes durable as a whole or did not happen.
final class CityThread {
    private static final Logger LOG = LoggerFactory.getLogger(CityThread.class);

    /// Work taken in before callers get their commit and a tick its turn.
    private static final long ADMIT_NANOS = 20_000_000;

    /// Commands in one group at most; more than an fsync can hide behind would only make callers wait.
    private static final int MAX_ADMITTED = 4_096;

    /// How long the thread sleeps at most, so that a changed pace and a stop are noticed.
    private static final long IDLE_NANOS = 20_000_000;

    /// Commands that broke a rule and are remembered, so that they break it once.
    private static final int MAX_QUARANTINED = 1_000;

    private final EnginePorts ports;
    private final Machine machine;
    private final Inbox inbox;
    private final Metronome metronome;
    private final Committer committer;
    private final Recovery recovery;
    private final long stopAtTick;
    private final Set<String> quarantined = new HashSet<>();
    private final CompletableFuture<EndState> ended = new CompletableFuture<>();
    private boolean tickBroke;
    private volatile Vitals vitals = new Vitals(Vitals.State.RUNNING, Optional.empty());
    private volatile boolean stopping;

    CityThread(
            EnginePorts ports,
            EngineSettings settings,
            Machine machine,
            Inbox inbox,
            Metronome metronome,
            Committer committer,
            Recovery recovery) {
        this.ports = ports;
        this.machine = machine;
        this.inbox = inbox;
        this.metronome = metronome;
        this.committer = committer;
        this.recovery = recovery;
        this.stopAtTick = settings.stopAtTick().orElse(Long.MAX_VALUE);
    }

    /// What the commit in hand waits for is of interest only while the thread goes on.
    Vitals vitals() {
        var now = vitals;
        return now.state() == Vitals.State.RUNNING ? committer.trouble().orElse(now) : now;
    }

    /// Completes when the thread has ended, by a stop or by trouble; with an error when the machine under it broke,
    /// for instance when memory ran out.
    CompletableFuture<EndState> ended() {
        return ended;
    }

    /// Lets the thread end after the group in hand.
    void stop() {
        stopping = true;
    }

    /// The body of the thread.
    void run() {
        try {
            live();
        } catch (Error e) {
            fall(e);
        }
    }

    private void live() {
        try {
            while (!stopping && machine.tick() < stopAtTick) {
                turn();
            }
            end(Vitals.State.STOPPED, Optional.empty());
        } catch (InterruptedException e) {
            end(Vitals.State.STOPPED, Optional.empty());
        } catch (RecordTaken e) {
            halt("the record was taken over by " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("the city halts", e);
            halt(String.valueOf(e.getMessage()));
        }
    }

    private void turn() throws InterruptedException {
        try {
            admit();
            boolean ticked = tickWhenDue();
            requireInvariants();
            var group = machine.take();
            if (ticked || !group.isEmpty()) {
                committer.commit(group);
            }
        } catch (RuleBroke e) {
            goBack(e);
        }
        metronome.tickEnded();
    }

    private void admit() throws InterruptedException, RuleBroke {
        var pending = inbox.take(Math.min(metronome.untilDue(), IDLE_NANOS));
        long start = ports.nanos().getAsLong();
        while (pending != null) {
            apply(pending);
            boolean full = committer.admitted() >= MAX_ADMITTED || ports.nanos().getAsLong() - start > ADMIT_NANOS;
            pending = full ? null : inbox.take(0);
        }
    }

    private void apply(Pending pending) throws RuleBroke {
        if (quarantined.contains(pending.digest())) {
            committer.refuseQuarantined(pending);
            return;
        }
        try {
            var answer = machine.admit(pending.actor(), pending.type(), pending.payload(), pending.command());
            committer.answered(pending, answer);
        } catch (RuntimeException | StackOverflowError e) {
            throw new RuleBroke(Optional.of(pending), e);
        } catch (Error e) {
            committer.abandon(pending);
            throw e;
        }
    }

    private boolean tickWhenDue() throws RuleBroke {
        var lag = metronome.take();
        if (lag.isEmpty()) {
            return false;
        }
        long start = ports.nanos().getAsLong();
        try {
            machine.runTick();
        } catch (RuntimeException e) {
            throw new RuleBroke(Optional.empty(), e);
        }
        tickBroke = false;
        ports.probe().tickRan(ports.nanos().getAsLong() - start, lag.getAsLong());
        return true;
    }

    private void requireInvariants() {
        machine.check().ifPresent(breach -> {
            ports.probe().invariantViolated(breach.invariant());
            throw new IllegalStateException("an invariant broke: " + breach);
        });
    }

    /// Undoes the group. A command that broke is not tried again; a tick is, once, and if it breaks again the city
    /// halts.
    private void goBack(RuleBroke broke) {
        LOG.error("a rule broke, and all since the last commit is undone", broke);
        if (broke.culprit().isEmpty() && tickBroke) {
            throw new IllegalStateException("tick %d broke twice: %s".formatted(machine.tick(), broke.getMessage()));
        }
        tickBroke |= broke.culprit().isEmpty();
        if (quarantined.size() == MAX_QUARANTINED) {
            throw new IllegalStateException("%d commands broke rules".formatted(MAX_QUARANTINED));
        }
        broke.culprit().ifPresent(it -> quarantined.add(it.digest()));
        committer.discard(broke);
        recovery.reload(machine, committer.head());
    }

    private void halt(String reason) {
        LOG.error("halted at tick {}: {}", committer.head().tick(), reason);
        end(Vitals.State.HALTED, Optional.of(reason));
    }

    /// After an error nothing that is in memory is relied on, not even to tell of it: the city does not halt and show
    /// itself, it ends.
    private void fall(Error reason) {
        try {
            vitals = new Vitals(Vitals.State.STOPPED, Optional.of("the city's thread broke: " + reason));
            LOG.error(
                    "the city ends after tick {}: its thread broke",
                    committer.head().tick(),
                    reason);
            dismiss("the city ended: its thread broke");
        } finally {
            ended.completeExceptionally(reason);
        }
    }

    private void end(Vitals.State state, Optional<String> trouble) {
        vitals = new Vitals(state, trouble);
        dismiss(trouble.map(it -> "the city halted: " + it).orElse("the city is stopping"));
        ended.complete(new EndState(committer.head().tick(), committer.stateHash(), trouble));
    }

    /// Tells all who wait for an answer, and all who come later.
    private void dismiss(String reason) {
        inbox.close(reason);
        committer.abandon();
    }
}
