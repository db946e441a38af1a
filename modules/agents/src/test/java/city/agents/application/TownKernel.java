package city.agents.application;

import city.world.kernel.Command;
import city.world.kernel.Event;
import city.world.kernel.EventType;
import city.world.kernel.Genesis;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.Kernel;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.access.Pace;
import city.world.kernel.access.Receipt;
import city.world.kernel.access.Submission;
import city.world.kernel.access.Vitals;
import city.world.kernel.state.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/// A town as its followers see it: one lock is its thread, and what it raised is its log.
final class TownKernel implements Kernel, EventFeed {
    private static final long LONGEST_WAIT_MILLIS = 20_000;

    private final Town town;
    private final List<LoggedEvent> log = new ArrayList<>();

    /// What becomes of a command on its way.
    volatile UnaryOperator<Command<?>> onTheWay = UnaryOperator.identity();

    private long awaitedFrom = -1;
    private Snapshot ofTick;

    TownKernel(Town town) {
        this.town = town;
        this.ofTick = town.snapshot();
    }

    synchronized void runTick() {
        town.runTick();
        ofTick = town.snapshot();
        write();
    }

    /// Waits until its follower has read all, and nobody is at work or waits for an answer.
    synchronized void awaitQuiet(BooleanSupplier idle) {
        for (long i = 0; i < LONGEST_WAIT_MILLIS && !isQuiet(idle); i++) {
            rest();
        }
        if (!isQuiet(idle)) {
            throw new AssertionError("somebody thinks for ever at tick " + town.tick());
        }
    }

    /// Lets others in for a moment.
    synchronized void rest() {
        try {
            wait(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<Event> read(LoggedEvent event) {
        return Optional.of(town.told.get((int) event.sequence() - 1));
    }

    @Override
    public synchronized <R> CompletionStage<Receipt<R>> submit(Submission<R> submission) {
        @SuppressWarnings("unchecked")
        var answer = (R) town.submit(onTheWay.apply(submission.command()));
        write();
        return CompletableFuture.completedFuture(new Receipt<>(answer, town.tick(), log.size(), false));
    }

    @Override
    public synchronized Snapshot snapshotOfTick() {
        return ofTick;
    }

    @Override
    public synchronized Snapshot snapshot() {
        return town.snapshot();
    }

    @Override
    public Genesis genesis() {
        return new Genesis("town", 7, 1, town.clock().epoch(), town.clock().step(), List.of());
    }

    @Override
    public int generation() {
        return 1;
    }

    @Override
    public EventFeed events() {
        return this;
    }

    @Override
    public Pace pace() {
        return new AsFastAsPossible();
    }

    /// Its tests run the ticks.
    private static final class AsFastAsPossible implements Pace {
        @Override
        public boolean running() {
            return true;
        }

        @Override
        public double ticksPerSecond() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public void pause() {}

        @Override
        public boolean stands() {
            return false;
        }

        @Override
        public void resume() {}

        @Override
        public void holdWhile(BooleanSupplier holds) {}

        @Override
        public void step(int ticks) {}

        @Override
        public void speed(double ticksPerSecond) {}
    }

    @Override
    public Vitals vitals() {
        return new Vitals(Vitals.State.RUNNING, Optional.empty());
    }

    @Override
    public synchronized Batch read(long afterSequence, Filter filter, int limit) {
        var events = log.stream()
                .skip(afterSequence)
                .filter(filter::accepts)
                .limit(limit)
                .toList();
        return new Batch(events, events.size() == limit ? events.getLast().sequence() : log.size());
    }

    @Override
    public synchronized boolean await(long afterSequence, Duration atMost) throws InterruptedException {
        awaitedFrom = afterSequence;
        if (log.size() <= afterSequence) {
            wait(atMost.toMillis());
        }
        return log.size() > afterSequence;
    }

    @Override
    public synchronized long lastSequence() {
        return log.size();
    }

    @Override
    public long horizon(Filter filter) {
        return 0;
    }

    private boolean isQuiet(BooleanSupplier idle) {
        return awaitedFrom == log.size() && idle.getAsBoolean() && !isAnybodyAsked();
    }

    private boolean isAnybodyAsked() {
        var snapshot = town.snapshot();
        return town.reads.residents(snapshot, 0, Integer.MAX_VALUE).stream()
                .anyMatch(it -> town.reads
                        .mind(snapshot, it.id())
                        .flatMap(mind -> mind.open())
                        .isPresent());
    }

    private void write() {
        for (int i = log.size(); i < town.told.size(); i++) {
            var fact = town.told.get(i);
            var type = fact.getClass().getAnnotation(EventType.class);
            log.add(new LoggedEvent(
                    i + 1L,
                    new UUID(7, i + 1L),
                    town.tick(),
                    town.clock().at(town.tick()),
                    type.value(),
                    type.topic(),
                    type.audience(),
                    fact.subject(),
                    0,
                    "{}"));
        }
        notifyAll();
    }
}
