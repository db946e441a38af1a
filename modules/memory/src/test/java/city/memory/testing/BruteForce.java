package city.memory.testing;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import city.memory.MemoryId;
import city.memory.domain.Embedding;
import city.memory.spi.MemoryIndex;
import city.world.ResidentId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Compares with every memory and sorts them all: slow, and plainly right.
public final class BruteForce implements MemoryIndex {
    private final int dimension;
    private final Map<ResidentId, Map<MemoryId, Embedding>> embeddings = new HashMap<>();
    private boolean away;
    private int refused;

    public BruteForce(int dimension) {
        this.dimension = dimension;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public synchronized long size() {
        requireHere();
        return embeddings.values().stream().mapToLong(Map::size).sum();
    }

    /// As a server may, without a word.
    synchronized void forget() {
        embeddings.clear();
    }

    /// As a server that is being started again: it keeps what it holds and answers nothing.
    synchronized void away(boolean isAway) {
        away = isAway;
    }

    /// Calls that were not answered.
    synchronized int refused() {
        return refused;
    }

    @Override
    public synchronized void put(List<Entry> entries) {
        requireHere();
        entries.forEach(entry -> requireDimension(entry.embedding()));
        for (var entry : entries) {
            var own = embeddings.computeIfAbsent(entry.resident(), _ -> new HashMap<>());
            if (own.size() == PLACES_PER_RESIDENT && !own.containsKey(entry.memory())) {
                throw new Full("no place for another memory of " + entry.resident());
            }
            own.put(entry.memory(), entry.embedding());
        }
    }

    @Override
    public synchronized void remove(List<Key> keys) {
        requireHere();
        keys.forEach(
                key -> embeddings.getOrDefault(key.resident(), new HashMap<>()).remove(key.memory()));
    }

    @Override
    public synchronized List<List<Neighbour>> nearest(List<Question> questions) {
        requireHere();
        questions.forEach(question -> requireDimension(question.embedding()));
        return questions.stream().map(this::nearest).toList();
    }

    private List<Neighbour> nearest(Question question) {
        return embeddings.getOrDefault(question.resident(), Map.of()).entrySet().stream()
                .map(it -> new Neighbour(it.getKey(), it.getValue().cosine(question.embedding())))
                .sorted(comparingDouble(Neighbour::cosine).reversed().thenComparing(comparing(Neighbour::memory)))
                .limit(question.limit())
                .toList();
    }

    private void requireHere() {
        if (away) {
            refused++;
            throw new Unavailable("the index is away");
        }
    }

    private void requireDimension(Embedding embedding) {
        if (embedding.dimension() != dimension) {
            throw new IllegalArgumentException("dimension must be %d: %d".formatted(dimension, embedding.dimension()));
        }
    }

    @Override
    public void close() {}
}
