package city.adapter.redis.lettuce;

import city.adapter.redis.Look;
import city.adapter.redis.RedisServer;
import city.adapter.redis.projection.Store;
import city.adapter.redis.projection.StoreContract;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIf;

/// The contract on a real server.
@EnabledIf("city.adapter.redis.RedisServer#isInstalled")
class LettuceStoreTest extends StoreContract {
    private RedisServer server = RedisServer.onFreePort();
    private LettuceStore store = LettuceStore.of(server.url(), MARKER);
    private Look look = Look.at(server.url());

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @AfterEach
    void stop() {
        look.close();
        store.close();
        server.close();
    }

    @Override
    protected Store store() {
        return store;
    }

    @Override
    protected Map<String, String> hash(String key) {
        return look.hash(key);
    }

    @Override
    protected Map<String, Double> scores(String key) {
        return look.scores(key);
    }

    @Override
    protected void put(String key, Map<String, String> fields) {
        look.put(key, fields);
    }

    @Override
    protected void flush() {
        look.flush();
    }

    @Override
    protected void vanish() {
        try {
            server.kill();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
