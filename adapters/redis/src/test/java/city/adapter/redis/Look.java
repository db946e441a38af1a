package city.adapter.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A client like any other: sees what is there, and may do what it likes.
public final class Look implements AutoCloseable {
    private final RedisClient client;
    private @Nullable StatefulRedisConnection<String, String> connection;

    private Look(RedisClient client) {
        this.client = client;
    }

    public static Look at(String url) {
        return new Look(RedisClient.create(url));
    }

    public Map<String, String> hash(String key) {
        return commands().hgetall(key);
    }

    public Map<String, Double> scores(String key) {
        var scores = new TreeMap<String, Double>();
        commands().zrangeWithScores(key, 0, -1).forEach(it -> scores.put(it.getValue(), it.getScore()));
        return scores;
    }

    public List<String> keys(String pattern) {
        return commands().keys(pattern);
    }

    public void put(String key, Map<String, String> fields) {
        commands().hset(key, fields);
    }

    public void flush() {
        commands().flushall();
    }

    @Override
    public void close() {
        client.shutdown();
    }

    private RedisCommands<String, String> commands() {
        var open = connection;
        if (open == null || !open.isOpen()) {
            open = client.connect();
            connection = open;
        }
        return open.sync();
    }
}
