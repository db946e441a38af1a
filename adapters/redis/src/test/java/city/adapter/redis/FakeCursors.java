package city.adapter.redis;

import city.world.spi.Cursors;
import java.util.concurrent.atomic.AtomicInteger;

/// The cursor of the one follower.
public final class FakeCursors implements Cursors {
    private final AtomicInteger writes = new AtomicInteger();
    private volatile long sequence;

    public int writes() {
        return writes.get();
    }

    @Override
    public long find(String follower) {
        return sequence;
    }

    @Override
    public void replace(String follower, long reached) {
        writes.incrementAndGet();
        sequence = reached;
    }
}
