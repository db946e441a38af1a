package city.adapter.redis;

import city.adapter.redis.lettuce.LettuceStore;
import city.adapter.redis.projection.Keys;

/// Where the projections are put.
///
/// @param url    `redis://user:password@host:port/database`, or `rediss://` for TLS; all but the host may be left out
/// @param prefix stands before every key, so that several cities share a database; see [Keys]
///
/// An URL may hold a password, so no message repeats it.
public record RedisSettings(String url, String prefix) {
    public RedisSettings {
        LettuceStore.requireUrl(url);
        Keys.requirePrefix(prefix);
    }
}
