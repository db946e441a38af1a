package city.adapter.redis.lettuce;

import city.adapter.redis.Look;
import city.adapter.redis.projection.Store;
import city.adapter.redis.projection.StoreContract;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.testcontainers.containers.GenericContainer;

/// The contract on Redis' own image.
@Tag("containers")
class RedisInContainerTest extends StoreContract {
    private final GenericContainer<?> redis = new GenericContainer<>("redis:8").withExposedPorts(6379);
    private Optional<LettuceStore> store = Optional.empty();
    private Optional<Look> look = Optional.empty();

    @BeforeEach
    void start() {
        redis.start();
        var url = "redis://%s:%d".formatted(redis.getHost(), redis.getMappedPort(6379));
        store = Optional.of(LettuceStore.of(url, MARKER));
        look = Optional.of(Look.at(url));
    }

    @AfterEach
    void stop() {
        look.ifPresent(Look::close);
        store.ifPresent(LettuceStore::close);
        redis.stop();
    }

    @Override
    protected Store store() {
        return store.orElseThrow();
    }

    @Override
    protected Map<String, String> hash(String key) {
        return look.orElseThrow().hash(key);
    }

    @Override
    protected Map<String, Double> scores(String key) {
        return look.orElseThrow().scores(key);
    }

    @Override
    protected void put(String key, Map<String, String> fields) {
        look.orElseThrow().put(key, fields);
    }

    @Override
    protected void flush() {
        look.orElseThrow().flush();
    }

    @Override
    protected void vanish() {
        redis.stop();
    }
}
