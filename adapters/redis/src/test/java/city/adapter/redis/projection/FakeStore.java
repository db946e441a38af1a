package city.adapter.redis.projection;

import city.adapter.redis.projection.StoreFailed.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// A store in memory, which does wrong when a test tells it to. Passes the contract of the real one.
final class FakeStore implements Store {
    private final String markerKey;
    private TreeMap<String, Map<String, String>> hashes = new TreeMap<>();
    private TreeMap<String, Map<String, Double>> scores = new TreeMap<>();
    private long touches;
    private boolean away;
    private boolean losesAnswer;
    private Runnable beforeWrite = () -> {};

    FakeStore(String markerKey) {
        this.markerKey = markerKey;
    }

    Map<String, String> hash(String key) {
        return hashes.getOrDefault(key, Map.of());
    }

    Map<String, Double> scores(String key) {
        return scores.getOrDefault(key, Map.of());
    }

    List<String> keys() {
        var all = new ArrayList<>(hashes.keySet());
        all.addAll(scores.keySet());
        return all;
    }

    void flush() {
        hashes.clear();
        scores.clear();
        touches++;
    }

    /// Until told otherwise.
    void away(boolean now) {
        away = now;
    }

    /// The next write is made, and nobody is told.
    void loseNextAnswer() {
        losesAnswer = true;
    }

    /// Done by somebody else right before every write.
    void beforeWrite(Runnable what) {
        beforeWrite = what;
    }

    /// Writes like any client.
    void put(String key, Map<String, String> fields) {
        hashes.computeIfAbsent(key, it -> new TreeMap<>()).putAll(fields);
        touches += key.equals(markerKey) ? 1 : 0;
    }

    @Override
    public Session open() {
        requireThere();
        return new FakeSession();
    }

    @Override
    public void close() {}

    private void requireThere() {
        if (away) {
            throw new StoreFailed(Kind.AWAY, "is away");
        }
    }

    private final class FakeSession implements Session {
        private long watched = touches;
        private boolean closed;

        @Override
        public Map<String, String> marker() {
            requireOpen();
            watched = touches;
            return hash(markerKey);
        }

        @Override
        public boolean write(List<Change> changes) {
            requireOpen();
            beforeWrite.run();
            boolean disturbed = watched != touches;
            if (!disturbed) {
                apply(changes);
            }
            watched = touches;
            if (losesAnswer) {
                losesAnswer = false;
                throw new StoreFailed(Kind.AWAY, "said nothing");
            }
            return !disturbed;
        }

        @Override
        public void forEachKey(String beginning, Consumer<List<String>> reader) {
            requireOpen();
            keys().stream().filter(it -> it.startsWith(beginning)).map(List::of).forEach(reader);
        }

        @Override
        public void close() {
            closed = true;
        }

        private void requireOpen() {
            requireThere();
            if (closed) {
                throw new StoreFailed(Kind.AWAY, "the session is closed");
            }
        }

        /// As Redis does it, a change that is refused keeps none of the others back.
        private void apply(List<Change> changes) {
            var refused = new ArrayList<String>();
            changes.forEach(it -> apply(it, refused));
            if (!refused.isEmpty()) {
                throw new StoreFailed(Kind.REFUSED, "of another kind: " + refused);
            }
        }

        private void apply(Change change, List<String> refused) {
            switch (change) {
                case Change.PutHash(var key, var fields) -> {
                    if (scores.containsKey(key)) {
                        refused.add(key);
                    } else {
                        put(key, fields);
                    }
                }
                case Change.PutScore(var key, var member, var score) -> {
                    if (hashes.containsKey(key)) {
                        refused.add(key);
                    } else {
                        scores.computeIfAbsent(key, it -> new TreeMap<>()).put(member, score);
                    }
                }
                case Change.DropScore(var key, var member) -> dropScore(key, member);
                case Change.Drop(var key) -> drop(key);
                case Change.Rename(var key, var to) -> {
                    var moved = scores.get(key);
                    if (moved == null) {
                        refused.add(key);
                    } else {
                        drop(key);
                        drop(to);
                        scores.put(to, moved);
                    }
                }
            }
        }

        private void dropScore(String key, String member) {
            var set = scores.getOrDefault(key, new TreeMap<>());
            set.remove(member);
            if (set.isEmpty()) {
                scores.remove(key);
            }
        }

        private void drop(String key) {
            hashes.remove(key);
            scores.remove(key);
        }
    }
}
