package city.memory.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.memory.MemoryFollower;
import city.memory.RecallQuery;
import city.memory.spi.MemoryPorts;
import city.memory.testing.FakeMemoryStore;
import city.memory.testing.FakeShelf;
import city.world.ResidentId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/// An index that lies elsewhere and does not answer for a while in which nobody remembers anything.
class AwayIndexTest {
    private static final ResidentId ANN = new ResidentId(new UUID(1, 1));
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration COUNTED_EVERY = Duration.ofMinutes(5);

    private final TestKernel city = new TestKernel();
    private final FakeMemoryStore store = new FakeMemoryStore(
            new FakeMemoryStore.Shelf(), MemoryModule.embedder().space());
    private final FakeShelf shelf = new FakeShelf(MemoryModule.embedder().dimension());
    private final AtomicLong nanos = new AtomicLong();

    /// The clock stands still after it: had an outage begun, and been warned of, nobody would recall or remember.
    @Test
    void itIsKeptAndCountedTheNextTimeAndNobodyIsTroubled() throws Exception {
        try (var follower = follow()) {
            live(50);
            awaitAll(follower);

            shelf.away(true);
            for (int times = 1; times <= 3; times++) {
                nanos.addAndGet(COUNTED_EVERY.toNanos());
                awaitRefused(times);
            }
            shelf.away(false);

            assertThat(recalled(follower)).as("at once").isEqualTo(50);
            live(1);
            awaitAll(follower);
            assertThat(recalled(follower)).isEqualTo(51);
            assertThat(shelf.built()).isEqualTo(1);
        }
    }

    @Test
    void whatItLostMeanwhileIsFoundTheNextTime() throws Exception {
        try (var follower = follow()) {
            live(50);
            awaitAll(follower);
            shelf.away(true);
            nanos.addAndGet(COUNTED_EVERY.toNanos());
            awaitRefused(1);

            shelf.lose();
            shelf.away(false);
            nanos.addAndGet(COUNTED_EVERY.toNanos());
            await(() -> shelf.built() == 2);

            live(1);
            awaitAll(follower);
            assertThat(recalled(follower)).isEqualTo(51);
        }
    }

    private void live(int days) {
        for (int i = 0; i < days; i++) {
            city.tell(NumberedDays.LIVED, ANN.value());
        }
    }

    private MemoryFollower follow() {
        return MemoryModule.follow(new MemoryPorts(
                city, NumberedDays::read, NumberedDays::testify, MemoryModule.embedder(), store, shelf, nanos::get));
    }

    private void awaitAll(MemoryFollower follower) throws InterruptedException {
        assertThat(follower.memories().await(city.lastSequence(), PATIENCE)).isTrue();
    }

    private void awaitRefused(int times) throws InterruptedException {
        await(() -> shelf.refused() >= times);
        assertThat(shelf.refused()).as("once each time").isEqualTo(times);
    }

    private static void await(BooleanSupplier holds) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.sleep(1);
        }
        assertThat(holds.getAsBoolean()).as("in time").isTrue();
    }

    private static int recalled(MemoryFollower follower) {
        return follower.memories()
                .recall(new RecallQuery(ANN, "day", 100, 999), Optional.empty())
                .size();
    }
}
