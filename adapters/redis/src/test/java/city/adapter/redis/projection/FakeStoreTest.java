package city.adapter.redis.projection;

import java.util.Map;

class FakeStoreTest extends StoreContract {
    private final FakeStore store = new FakeStore(MARKER);

    @Override
    protected Store store() {
        return store;
    }

    @Override
    protected Map<String, String> hash(String key) {
        return store.hash(key);
    }

    @Override
    protected Map<String, Double> scores(String key) {
        return store.scores(key);
    }

    @Override
    protected void put(String key, Map<String, String> fields) {
        store.put(key, fields);
    }

    @Override
    protected void flush() {
        store.flush();
    }

    @Override
    protected void vanish() {
        store.away(true);
    }
}
