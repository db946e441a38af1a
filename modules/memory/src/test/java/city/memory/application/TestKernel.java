package city.memory.application;

import city.world.kernel.EventType.Audience;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/// A city of which only the log is alive: each event is told by the test, one a tick unless it says otherwise.
final class TestKernel implements Kernel, EventFeed {
    private static final Instant EPOCH = Instant.parse("2030-01-01T00:00:00Z");
    private final List<LoggedEvent> log = new CopyOnWriteArrayList<>();

    /// @return the sequence
    long tell(String type, UUID subject) {
        return tell(type, subject, log.size() + 1L);
    }

    /// @return the sequence
    long tell(String type, UUID subject, long tick) {
        long sequence = log.size() + 1L;
        log.add(new LoggedEvent(
                sequence,
                new UUID(7, sequence),
                tick,
                EPOCH,
                type,
                "test",
                Audience.PUBLIC,
                subject,
                sequence - 1,
                "{}"));
        return sequence;
    }

    @Override
    public EventFeed events() {
        return this;
    }

    @Override
    public Batch read(long afterSequence, Filter filter, int limit) {
        var events = log.stream()
                .skip(afterSequence)
                .filter(filter::accepts)
                .limit(limit)
                .toList();
        return new Batch(
                events, events.isEmpty() ? afterSequence : events.getLast().sequence());
    }

    @Override
    public boolean await(long afterSequence, Duration atMost) throws InterruptedException {
        for (int i = 0; i < atMost.toMillis() && lastSequence() <= afterSequence; i++) {
            Thread.sleep(1);
        }
        return lastSequence() > afterSequence;
    }

    @Override
    public long lastSequence() {
        return log.size();
    }

    @Override
    public long horizon(Filter filter) {
        return 0;
    }

    @Override
    public Snapshot snapshotOfTick() {
        return snapshot();
    }

    @Override
    public Snapshot snapshot() {
        return new Snapshot(log.size(), log.size(), Map.of());
    }

    @Override
    public Genesis genesis() {
        return new Genesis("test", 1, 1, EPOCH, Duration.ofMinutes(5), List.of());
    }

    @Override
    public int generation() {
        return 1;
    }

    @Override
    public <R> CompletionStage<Receipt<R>> submit(Submission<R> submission) {
        throw new UnsupportedOperationException("nothing is asked of this city");
    }

    @Override
    public Pace pace() {
        throw new UnsupportedOperationException("this city has no clock");
    }

    @Override
    public Vitals vitals() {
        return new Vitals(Vitals.State.RUNNING, Optional.empty());
    }
}
