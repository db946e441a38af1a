package city.memory.testing;

import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.MemoryId;
import city.memory.domain.Embedding;
import city.world.ResidentId;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Memories to try with.
public final class Memories {
    public static final ResidentId ANN = new ResidentId(new UUID(1, 1));
    public static final ResidentId BEN = new ResidentId(new UUID(1, 2));

    private Memories() {}

    public static MemoryId id(long number) {
        return new MemoryId(new UUID(2, number));
    }

    public static Embedding embedding(int... components) {
        var values = new byte[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) components[i];
        }
        return new Embedding(values);
    }

    /// Components of -most to most: with few of them and a small `most`, many are equally near.
    public static Embedding random(RandomGenerator chance, int dimension, int most) {
        var values = new byte[dimension];
        for (int i = 0; i < dimension; i++) {
            values[i] = (byte) chance.nextInt(-most, most + 1);
        }
        return new Embedding(values);
    }

    /// An observation of Ann's.
    public static Sketch memory(long number) {
        return new Sketch(number, ANN, Kind.OBSERVATION, 500, 0, 0, 0, false, List.of());
    }

    /// A memory in the making.
    public record Sketch(
            long number,
            ResidentId resident,
            Kind kind,
            int importance,
            long madeAt,
            long lastAccessedAt,
            int accesses,
            boolean pinned,
            List<Long> evidence) {
        public Sketch of(ResidentId other) {
            return new Sketch(number, other, kind, importance, madeAt, lastAccessedAt, accesses, pinned, evidence);
        }

        public Sketch kind(Kind other) {
            return new Sketch(number, resident, other, importance, madeAt, lastAccessedAt, accesses, pinned, evidence);
        }

        public Sketch importance(int other) {
            return new Sketch(number, resident, kind, other, madeAt, lastAccessedAt, accesses, pinned, evidence);
        }

        public Sketch madeAt(long tick) {
            return new Sketch(number, resident, kind, importance, tick, tick, 0, pinned, evidence);
        }

        public Sketch accessed(int times, long last) {
            return new Sketch(number, resident, kind, importance, madeAt, last, times, pinned, evidence);
        }

        public Sketch asPinned() {
            return new Sketch(number, resident, kind, importance, madeAt, lastAccessedAt, accesses, true, evidence);
        }

        public Sketch evidence(Long... sequences) {
            return new Sketch(
                    number, resident, kind, importance, madeAt, lastAccessedAt, accesses, pinned, List.of(sequences));
        }

        public Memory get() {
            return new Memory(
                    id(number),
                    resident,
                    kind,
                    "memory " + number,
                    importance,
                    madeAt,
                    lastAccessedAt,
                    accesses,
                    pinned,
                    evidence);
        }
    }
}
