package city.memory.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.memory.Memories.NotReady;
import city.memory.MemoryFollower;
import city.memory.RecallQuery;
import city.memory.spi.MemoryPorts;
import city.memory.testing.FakeMemoryStore;
import city.memory.testing.FakeShelf;
import city.world.ResidentId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// An index that is there and holds less than the record, as when a server lost points and kept the collection.
class LostIndexTest {
    private static final ResidentId ANN = new ResidentId(new UUID(1, 1));
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestKernel city = new TestKernel();
    private final FakeMemoryStore store = new FakeMemoryStore(
            new FakeMemoryStore.Shelf(), MemoryModule.embedder().space());
    private final FakeShelf shelf = new FakeShelf(MemoryModule.embedder().dimension());

    @Test
    void itIsBuiltFromTheRecordWithoutARestart() throws Exception {
        try (var follower = follow(Duration.ofMinutes(1))) {
            live(50);
            awaitAll(follower);

            shelf.lose();

            awaitRecall(follower, 50);
            assertThat(shelf.built()).isEqualTo(2);
        }
    }

    @Test
    void itIsNotTakenFromTheShelf() throws Exception {
        try (var follower = follow(Duration.ofMillis(1))) {
            live(50);
            awaitAll(follower);
        }
        shelf.lose();

        try (var follower = follow(Duration.ofMillis(1))) {
            awaitAll(follower);

            assertThat(recalled(follower)).isEqualTo(50);
        }
    }

    @Test
    void aWholeOneIsNeverBuiltAgainHoweverOftenItIsCounted() throws Exception {
        try (var follower = follow(Duration.ofMinutes(5))) {
            for (int i = 0; i < 100; i++) {
                live(2);
                city.tell(NumberedDays.SLEPT, ANN.value());
                Thread.sleep(5);
            }
            awaitAll(follower);
        }

        assertThat(shelf.built()).isEqualTo(1);
    }

    private void live(int days) {
        for (int i = 0; i < days; i++) {
            city.tell(NumberedDays.LIVED, ANN.value());
        }
    }

    /// @param look by which the clock goes on whenever it is looked at
    private MemoryFollower follow(Duration look) {
        var looks = new AtomicInteger();
        return MemoryModule.follow(new MemoryPorts(
                city,
                NumberedDays::read,
                NumberedDays::testify,
                MemoryModule.embedder(),
                store,
                shelf,
                () -> looks.incrementAndGet() * look.toNanos()));
    }

    private void awaitAll(MemoryFollower follower) throws InterruptedException {
        assertThat(follower.memories().await(city.lastSequence(), PATIENCE)).isTrue();
    }

    private static void awaitRecall(MemoryFollower follower, int count) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (recalled(follower) < count && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        assertThat(recalled(follower)).isEqualTo(count);
    }

    /// How much comes to mind, nothing while the index is being built.
    private static int recalled(MemoryFollower follower) {
        try {
            return follower.memories()
                    .recall(new RecallQuery(ANN, "day", 100, 999), Optional.empty())
                    .size();
        } catch (NotReady building) {
            return 0;
        }
    }
}
