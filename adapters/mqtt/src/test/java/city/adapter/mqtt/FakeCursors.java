package city.adapter.mqtt;

import city.world.spi.Cursors;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// The cursor of the one follower. A dead record takes nothing more, as if the process had been killed.
public final class FakeCursors implements Cursors {
    private final AtomicInteger writes = new AtomicInteger();
    private final Set<String> followers = ConcurrentHashMap.newKeySet();
    private volatile long sequence;
    private volatile boolean dead;

    public void die() {
        dead = true;
    }

    public void revive() {
        dead = false;
    }

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
        if (dead) {
            throw new IllegalStateException("the record is out of reach");
        }
        writes.incrementAndGet();
        sequence = reached;
    }
}
