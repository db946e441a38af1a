package city.world.kernel.engine;

import city.world.kernel.Shards;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Shards on a fixed number of threads, the caller's being one of them.
public final class PooledShards implements Shards, AutoCloseable {
    /// Below this many indices a thread costs more than it brings (handing over takes some 20 µs, one index about 1
    /// µs).
    private static final int MIN_RANGE = 64;

    private final int threads;
    private final ExecutorService pool;

    /// @param threads at least 1
    public PooledShards(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1: " + threads);
        }
        this.threads = threads;
        this.pool = Executors.newFixedThreadPool(
                Math.max(1, threads - 1),
                Thread.ofPlatform().daemon().name("city-shard-", 1).factory());
    }

    @Override
    public void forEachRange(int count, RangeWork work) {
        int ranges = Math.min(threads, Math.ceilDiv(count, MIN_RANGE));
        if (ranges <= 1) {
            Shards.sequential().forEachRange(count, work);
            return;
        }
        var others = new ArrayList<Future<Boolean>>(ranges - 1);
        for (int i = 1; i < ranges; i++) {
            others.add(pool.submit(range(count, ranges, i, work)));
        }
        try {
            run(count, ranges, 0, work);
        } finally {
            await(others);
        }
    }

    @Override
    public void close() {
        pool.shutdown();
    }

    private static Callable<Boolean> range(int count, int ranges, int i, RangeWork work) {
        return () -> {
            run(count, ranges, i, work);
            return true;
        };
    }

    private static void run(int count, int ranges, int i, RangeWork work) {
        work.run((int) ((long) count * i / ranges), (int) ((long) count * (i + 1) / ranges));
    }

    /// Waits for all, so that no thread still reads when the caller goes on to write.
    private static void await(List<Future<Boolean>> futures) {
        boolean interrupted = false;
        IllegalStateException failure = null;
        for (var future : futures) {
            boolean done = false;
            while (!done) {
                try {
                    done = future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    failure = new IllegalStateException("a shard failed", e.getCause());
                    done = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }
}
