package city.adapter.web;

import city.world.kernel.EventType.Audience;
import city.world.kernel.access.BelowHorizon;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.LoggedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A log in memory.
final class FakeFeed implements EventFeed {
    private final List<LoggedEvent> log = new ArrayList<>();
    private long telemetryHorizon;

    /// Telemetry up to here is taken for removed.
    synchronized void forgetTelemetry(long horizon) {
        telemetryHorizon = horizon;
    }

    synchronized void happened(String type, String topic, UUID subject, String data) {
        long sequence = log.size() + 1L;
        log.add(new LoggedEvent(
                sequence,
                new UUID(7, sequence),
                12,
                FakeKernel.EPOCH,
                type,
                topic,
                Audience.PUBLIC,
                subject,
                sequence - 1,
                data));
        notifyAll();
    }

    @Override
    public synchronized Batch read(long afterSequence, Filter filter, int limit) {
        if (afterSequence < horizon(filter)) {
            throw new BelowHorizon(afterSequence, Audience.TELEMETRY, telemetryHorizon);
        }
        var passed = new ArrayList<LoggedEvent>();
        long sequence = afterSequence;
        while (sequence < log.size() && passed.size() < Math.min(limit, MAX_BATCH)) {
            var event = log.get((int) sequence++);
            if (filter.accepts(event)) {
                passed.add(event);
            }
        }
        return new Batch(passed, sequence);
    }

    @Override
    public synchronized boolean await(long afterSequence, Duration atMost) throws InterruptedException {
        if (log.size() <= afterSequence) {
            wait(atMost.toMillis());
        }
        return log.size() > afterSequence;
    }

    @Override
    public synchronized long horizon(Filter filter) {
        return filter.telemetry() ? telemetryHorizon : 0;
    }

    @Override
    public synchronized long lastSequence() {
        return log.size();
    }
}
