package city.app.wiring;

import city.adapter.redis.RedisAdapter;
import city.adapter.redis.RedisPorts;
import city.adapter.redis.RedisSettings;
import city.app.Failure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;

/// The city in Redis, where one is named.
final class Projections implements AutoCloseable {
    private final Optional<RedisAdapter> redis;

    private Projections(Optional<RedisAdapter> redis) {
        this.redis = redis;
    }

    /// @throws Failure when the URL or the prefix is none
    static void requireSound(RunSettings.Redis redis) {
        try {
            sound(redis);
        } catch (IllegalArgumentException e) {
            throw Failure.wrongUsage("--redis-" + e.getMessage());
        }
    }

    /// Returns at once, whether the server is there or not.
    ///
    /// @param settings of which [#requireSound] holds
    static Projections start(RunSettings settings, RunningCity city, MeterRegistry meters) {
        var redis = settings.redis().map(it -> start(it, city));
        redis.ifPresent(it -> Gauge.builder("city.follower.lag.events", it, RedisAdapter::lag)
                .description("Events of the log that a follower has not done with.")
                .tag("follower", "redis")
                .register(meters));
        return new Projections(redis);
    }

    @Override
    public void close() {
        redis.ifPresent(RedisAdapter::close);
    }

    private static RedisAdapter start(RunSettings.Redis settings, RunningCity city) {
        var parts = city.parts();
        var ports = new RedisPorts(
                city.kernel(),
                parts.world(),
                parts.economy(),
                parts.social(),
                parts.agents(),
                city.postgres().cursors(),
                CityParts.CODEC);
        return RedisAdapter.start(ports, sound(settings));
    }

    private static RedisSettings sound(RunSettings.Redis redis) {
        return new RedisSettings(redis.url(), redis.prefix());
    }
}
