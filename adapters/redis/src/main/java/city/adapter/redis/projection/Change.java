package city.adapter.redis.projection;

import java.util.Map;

/// One change of what is kept. Each says what is to be and not by how much it differs, so that doing it twice does no
/// harm.
public sealed interface Change {
    /// Sets these fields of a hash and leaves its others.
    record PutHash(String key, Map<String, String> fields) implements Change {
        public PutHash {
            if (fields.isEmpty()) {
                throw new IllegalArgumentException("fields must not be empty: " + key);
            }
        }
    }

    record PutScore(String key, String member, double score) implements Change {}

    record DropScore(String key, String member) implements Change {}

    record Drop(String key) implements Change {}

    /// What was under the other key is gone. The key must be there.
    record Rename(String key, String to) implements Change {}
}
