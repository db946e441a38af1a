package city.memory.spi;

import city.memory.MemoryId;
import city.memory.domain.Embedding;
import city.memory.domain.Forgetting;
import city.memory.domain.Remembered;
import city.world.ResidentId;
import java.util.List;

/// Finds the memories of a resident that lie nearest to a vector. Exact: what it gives is what comparing with each one
/// gives. Nobody finds the memories of another.
///
/// Holds only what can be built again from the durable memories. One thread writes; any number read meanwhile,
/// and see a batch whole or not at all. One that lies elsewhere may fail any call with {@link Unavailable} or
/// {@link Lost}; then a part of a batch may be there.
public interface MemoryIndex extends AutoCloseable {
    /// What a resident may hold: twice the cap, so that a day's new memories have room until sleep makes some.
    int PLACES_PER_RESIDENT = 2 * Forgetting.CAP;

    /// The most that one question may ask for.
    int MAX_NEAREST = PLACES_PER_RESIDENT;

    /// A memory's vector, and whose memory it is.
    record Entry(MemoryId memory, ResidentId resident, Embedding embedding) {
        public static Entry of(Remembered remembered) {
            return new Entry(remembered.memory().id(), remembered.memory().resident(), remembered.embedding());
        }
    }

    /// Which memory of whom.
    record Key(MemoryId memory, ResidentId resident) {}

    /// @param limit 1 to {@link #MAX_NEAREST}
    record Question(ResidentId resident, Embedding embedding, int limit) {
        public Question {
            if (limit < 1 || limit > MAX_NEAREST) {
                throw new IllegalArgumentException("limit must be 1 to %d: %d".formatted(MAX_NEAREST, limit));
            }
        }
    }

    /// @param cosine -1 to 1, see {@link Embedding#cosine(Embedding)}
    record Neighbour(MemoryId memory, double cosine) {}

    /// Components of each vector.
    int dimension();

    /// Entries of all residents. With fewer than there are durable memories it has lost some, and has to be built anew.
    long size();

    /// Adds entries, in order; a vector of the same resident and memory that is there gives way.
    ///
    /// @throws IllegalArgumentException when a vector has another dimension; then none of the batch is kept
    /// @throws Full                     when there is no place for one of them; those before it are kept
    void put(List<Entry> entries);

    /// The same with all that the memories say. An index into which other programs look keeps it beside the
    /// vectors; for the others, and for what {@link #nearest(List)} answers, it is the vector alone that
    /// counts.
    default void putMemories(List<Remembered> memories) {
        put(memories.stream().map(Entry::of).toList());
    }

    /// Removes what is there of these; what is not there is no error.
    void remove(List<Key> keys);

    /// One answer for each question, in their order: the nearest first, of equally near ones the smaller id. Shorter
    /// than asked when the resident has fewer.
    ///
    /// @throws IllegalArgumentException when a vector has another dimension
    List<List<Neighbour>> nearest(List<Question> questions);

    @Override
    void close();

    /// There is no place left, for the resident or at all.
    final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Full(String message) {
            super(message);
        }
    }

    /// The index did not answer, or not in time. Whether a change was made, nobody knows; making it again is
    /// harmless, so trying again later is right.
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String message) {
            super(message);
        }
    }

    /// What the index held is gone. Whoever has the durable memories opens it anew and puts them all.
    final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Lost(String message) {
            super(message);
        }
    }
}
