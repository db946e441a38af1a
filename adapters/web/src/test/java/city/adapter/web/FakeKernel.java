package city.adapter.web;

import city.world.kernel.Command;
import city.world.kernel.Genesis;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.Kernel;
import city.world.kernel.access.Pace;
import city.world.kernel.access.Receipt;
import city.world.kernel.access.Submission;
import city.world.kernel.access.SubmissionFailed;
import city.world.kernel.access.Vitals;
import city.world.kernel.state.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// A city that answers as it is told. Keys are held as the engine holds them.
final class FakeKernel implements Kernel {
    static final Instant EPOCH = Instant.parse("2030-01-01T00:00:00Z");

    final FakeFeed feed = new FakeFeed();
    volatile long seed = 42;
    final FakePace pace = new FakePace();
    private final Map<String, Map.Entry<Command<?>, Receipt<?>>> answers = new ConcurrentHashMap<>();
    volatile Function<Command<?>, Object> rules = command -> {
        throw new SubmissionFailed(SubmissionFailed.Kind.DISCARDED, "no rule for " + command);
    };
    volatile Vitals vitals = new Vitals(Vitals.State.RUNNING, Optional.empty());

    @Override
    public <R> CompletionStage<Receipt<R>> submit(Submission<R> submission) {
        try {
            return CompletableFuture.completedFuture(answer(submission));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public Snapshot snapshotOfTick() {
        return snapshot();
    }

    @Override
    public Snapshot snapshot() {
        return new Snapshot(pace.tick, feed.lastSequence(), Map.of());
    }

    @Override
    public Genesis genesis() {
        return new Genesis("default", seed, 1, EPOCH, Duration.ofMinutes(5), List.of());
    }

    @Override
    public int generation() {
        return 1;
    }

    @Override
    public EventFeed events() {
        return feed;
    }

    @Override
    public Pace pace() {
        return pace;
    }

    @Override
    public Vitals vitals() {
        return vitals;
    }

    @SuppressWarnings("unchecked")
    private <R> Receipt<R> answer(Submission<R> submission) {
        var key = submission.key().orElse(null);
        var known = key == null ? null : answers.get(key);
        if (known != null && !known.getKey().equals(submission.command())) {
            throw new SubmissionFailed(SubmissionFailed.Kind.KEY_REUSED, "used with another");
        }
        if (known != null) {
            var first = (Receipt<R>) known.getValue();
            return new Receipt<>(first.answer(), first.tick(), first.sequence(), true);
        }
        var answer = (R) rules.apply(submission.command());
        feed.happened("test.done.v1", "test", TestCity.ADA, "{}");
        var receipt = new Receipt<>(answer, pace.tick, feed.lastSequence(), false);
        if (key != null) {
            answers.put(key, Map.entry(submission.command(), receipt));
        }
        return receipt;
    }

    static final class FakePace implements Pace {
        volatile boolean running = true;
        volatile boolean underWay;
        volatile double speed = 1;
        volatile long tick = 12;

        @Override
        public boolean running() {
            return running;
        }

        @Override
        public double ticksPerSecond() {
            return speed;
        }

        @Override
        public void pause() {
            running = false;
        }

        @Override
        public boolean stands() {
            return !running && !underWay;
        }

        @Override
        public void resume() {
            running = true;
        }

        @Override
        public void holdWhile(BooleanSupplier holds) {}

        @Override
        public synchronized void step(int ticks) {
            tick += ticks;
        }

        @Override
        public void speed(double ticksPerSecond) {
            speed = ticksPerSecond;
        }
    }
}
