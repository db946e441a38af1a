package city.memory.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.MemoryId;
import city.memory.domain.Embedding;
import city.memory.domain.Remembered;
import city.memory.spi.MemoryStore;
import city.memory.spi.MemoryStore.Access;
import city.memory.testing.FakeMemoryStore;
import city.world.ResidentId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
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

        accesses.writeAll();

        assertThat(recorded()).isEqualTo(bread.recalled(12, 2));
        assertThat(accesses.of(recorded())).isEqualTo(bread.recalled(12, 2));
        accesses.writeAll();
        assertThat(store.counts).as("nothing is left to write").isEqualTo(1);
    }

    @Test
    void whatCouldNotBeWrittenWaitsOnAndIsCountedOnce() {
        accesses.count(List.of(bread), 10);
        store.away = true;

        assertThatThrownBy(accesses::writeAll).hasMessage("away");
        accesses.count(List.of(bread), 11);
        store.away = false;
        accesses.writeAll();

        assertThat(recorded()).isEqualTo(bread.recalled(11, 2));
    }

    @Test
    void nothingWaitsForMoreThanItsTurnsWhateverComesMeanwhile() {
        accesses.count(IntStream.range(0, 3_000).mapToObj(AccessesTest::crumb).toList(), 10);

        for (int turn = 1; turn < Accesses.TURNS; turn++) {
            accesses.count(List.of(crumb(3_000 + turn)), 10);
            accesses.writeSome();
            assertThat(store.written).as("turn %d", turn).hasSizeBetween(1, 100);
        }

        assertThat(IntStream.range(0, 3_000).mapToObj(AccessesTest::crumb))
                .allMatch(it -> accesses.of(it).equals(it));
    }

    @Test
    void whoHasWaitedLongestIsWrittenFirst() {
        var crumbs = IntStream.range(0, 2 * (Accesses.TURNS - 1))
                .mapToObj(AccessesTest::crumb)
                .toList();
        accesses.count(crumbs, 10);
        accesses.count(List.of(crumbs.getFirst()), 11);

        accesses.writeSome();

        assertThat(store.written)
                .containsExactly(
                        new Access(crumbs.get(0).id(), 11, 2),
                        new Access(crumbs.get(1).id(), 10, 1));
    }

    @Test
    void whoFallsAsleepHasItsOwnWritten() {
        var ben = new ResidentId(new UUID(0, 2));
        var his =
                new Memory(new MemoryId(new UUID(2, 1)), ben, Kind.OBSERVATION, "ale", 1, 0, 0, 0, false, List.of(1L));
        accesses.count(List.of(bread, his), 10);

        accesses.writeOf(Set.of(ben));

        assertThat(store.written).containsExactly(new Access(his.id(), 10, 1));
        assertThat(accesses.of(his)).isEqualTo(his);
        assertThat(accesses.of(bread)).as("waits on").isEqualTo(bread.recalled(10, 1));
    }

    @Test
    void whereLittleRoomIsLeftMoreIsWrittenAtOnce() {
        accesses.count(
                IntStream.range(0, Accesses.MOST).mapToObj(AccessesTest::crumb).toList(), 10);

        accesses.writeSome();
        accesses.count(List.of(bread), 10);

        assertThat(store.counts).isEqualTo(Accesses.MOST / 2 / MemoryStore.MAX_BATCH);
        assertThat(accesses.of(bread)).isEqualTo(bread.recalled(10, 1));
    }

    @Test
    void noMoreWaitThanMay() {
        for (int i = 0; i < Accesses.MOST; i++) {
            accesses.count(List.of(crumb(i)), 10);
        }

        accesses.count(List.of(bread), 10);

        assertThat(accesses.of(bread)).isEqualTo(bread);
    }

    private static Memory crumb(int number) {
        var id = new MemoryId(new UUID(1, number));
        return new Memory(id, ANN, Kind.OBSERVATION, "crumb", 1, 0, 0, 0, false, List.of(1L));
    }

    private Memory recorded() {
        return store.find(List.of(bread.id())).getFirst();
    }

    private static final class CountedStore extends FakeMemoryStore {
        boolean away;
        int counts;
        List<Access> written = List.of();

        CountedStore() {
            super(new Shelf(), "test");
        }

        @Override
        public void count(List<Access> all) {
            if (away) {
                throw new IllegalStateException("away");
            }
            counts++;
            written = all;
            super.count(all);
        }
    }
}
