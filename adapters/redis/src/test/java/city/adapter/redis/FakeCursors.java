package city.adapter.redis;

import city.world.spi.Cursors;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// The cursor of the one follower.
public final class FakeCursors implements Cursors {
    private final AtomicInteger writes = new AtomicInteger();
    private final Set<String> followers = ConcurrentHashMap.newKeySet();
    private volatile long sequence;

    public int writes() {
        return writes.get();
    }

    /// Who follows.
    public Set<String> followers() {
        return Set.copyOf(followers);
    }

    @Override
    public void follow(String follower) {
        followers.add(follower);
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
