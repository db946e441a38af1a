package city.memory.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.MemoryId;
import city.memory.domain.Embedding;
import city.memory.domain.Remembered;
import city.memory.spi.MemoryStore.Access;
import city.memory.testing.FakeMemoryStore;
import city.world.ResidentId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessesTest {
    private static final ResidentId ANN = new ResidentId(new UUID(0, 1));

    private final CountedStore store = new CountedStore();
    private final Accesses accesses = new Accesses(store);
    private Memory bread;

    @BeforeEach
    void remember() {
        bread = new Memory(
                new MemoryId(new UUID(0, 7)), ANN, Kind.OBSERVATION, "bread", 100, 5, 5, 0, false, List.of(1L));
        store.append(List.of(new Remembered(bread, new Embedding(new byte[] {1, 2}))), 0, 1);
    }

    @Test
    void whatWasRecalledIsWrittenTogetherAndShownAtOnce() {
        accesses.count(List.of(bread), 10);
        accesses.count(List.of(bread), 12);

        assertThat(recorded()).isEqualTo(bread);
        assertThat(accesses.of(recorded())).isEqualTo(bread.recalled(12, 2));

        accesses.write();

        assertThat(recorded()).isEqualTo(bread.recalled(12, 2));
        assertThat(accesses.of(recorded())).isEqualTo(bread.recalled(12, 2));
        accesses.write();
        assertThat(store.counts).as("nothing is left to write").isEqualTo(1);
    }

    @Test
    void whatCouldNotBeWrittenWaitsOnAndIsCountedOnce() {
        accesses.count(List.of(bread), 10);
        store.away = true;

        assertThatThrownBy(accesses::write).hasMessage("away");
        accesses.count(List.of(bread), 11);
        store.away = false;
        accesses.write();

        assertThat(recorded()).isEqualTo(bread.recalled(11, 2));
    }

    @Test
    void noMoreWaitThanMay() {
        for (int i = 0; i < Accesses.MOST; i++) {
            var id = new MemoryId(new UUID(1, i));
            accesses.count(List.of(new Memory(id, ANN, Kind.OBSERVATION, "crumb", 1, 0, 0, 0, false, List.of(1L))), 10);
        }

        accesses.count(List.of(bread), 10);

        assertThat(accesses.of(bread)).isEqualTo(bread);
    }

    private Memory recorded() {
        return store.find(List.of(bread.id())).getFirst();
    }

    private static final class CountedStore extends FakeMemoryStore {
        boolean away;
        int counts;

        CountedStore() {
            super(new Shelf(), "test");
        }

        @Override
        public void count(List<Access> all) {
            if (away) {
                throw new IllegalStateException("away");
            }
            counts++;
            super.count(all);
        }
    }
}
