package city.adapter.redis;

import city.adapter.redis.lettuce.LettuceStore;
import city.adapter.redis.projection.Keys;
import city.adapter.redis.projection.RedisFollower;
import city.adapter.redis.projection.Store;

/// The city in Redis. Start it when the city is open, and close it when the city has stopped but its record is still
/// there.
public final class RedisAdapter implements AutoCloseable {
    private final Store store;
    private final RedisFollower follower;

    private RedisAdapter(Store store, RedisFollower follower) {
        this.store = store;
        this.follower = follower;
    }

    /// Returns at once; the server need not be there yet.
    public static RedisAdapter start(RedisPorts ports, RedisSettings settings) {
        var keys = new Keys(settings.prefix());
        var store = LettuceStore.of(settings.url(), keys.marker());
        return new RedisAdapter(store, RedisFollower.start(ports, keys, store));
    }

    public boolean connected() {
        return follower.connected();
    }

    /// How many events of the log are not shown yet.
    public long lag() {
        return follower.lag();
    }

    /// Waits up to two seconds for what is left to be shown.
    @Override
    public void close() {
        follower.close();
        store.close();
    }
}
