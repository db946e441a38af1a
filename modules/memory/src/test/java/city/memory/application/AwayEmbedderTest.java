package city.memory.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.memory.Memories.Listing;
import city.memory.Memories.NotReady;
import city.memory.MemoryFollower;
import city.memory.RecallQuery;
import city.memory.domain.Embedding;
import city.memory.spi.Embedder;
import city.memory.spi.MemoryPorts;
import city.memory.testing.FakeMemoryStore;
import city.memory.testing.FakeShelf;
import city.world.ResidentId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// An embedder that has nothing left for a while, as when a budget is used up.
class AwayEmbedderTest {
    private static final ResidentId ANN = new ResidentId(new UUID(1, 1));
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration ASKED = Duration.ofMinutes(5);

    /// Of the wall, in which whoever does not wait tries many times.
    private static final Duration WHILE = Duration.ofMillis(400);

    private final TestKernel city = new TestKernel();
    private final FakeMemoryStore store = new FakeMemoryStore(
            new FakeMemoryStore.Shelf(), MemoryModule.embedder().space());
    private final FakeShelf shelf = new FakeShelf(MemoryModule.embedder().dimension());
    private final AtomicLong nanos = new AtomicLong();
    private final Moody embedder = new Moody();

    @Test
    void nothingIsLostAndNothingIsAskedBeforeTheTimeItSaid() throws Exception {
        try (var follower = follow()) {
            live(5);
            awaitAll(follower);
            embedder.isAway = true;
            live(20);
            awaitAsked(1);

            live(5);
            Thread.sleep(WHILE);

            assertThat(embedder.refused).as("it is left alone").hasValue(1);
            assertThat(follower.lag()).isEqualTo(25);

            nanos.addAndGet(ASKED.toNanos());
            awaitAsked(2);
            embedder.isAway = false;
            letTimePassUntilAll(follower);

            assertThat(store.list(new Listing(ANN, Optional.empty(), Optional.empty(), 100)))
                    .extracting(it -> it.evidence().getFirst())
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, 30).boxed().toList());
            assertThat(shelf.built()).as("the index stayed").isEqualTo(1);
        }
    }

    @Test
    void whoRecallsIsToldWhenToComeAgainAndHasInMindWhatItHadStill() throws Exception {
        try (var follower = follow()) {
            live(3);
            awaitAll(follower);
            follower.memories().recall(query("day"), Optional.empty());
            embedder.isAway = true;
            live(1);
            awaitAsked(1);

            assertThat(follower.memories().recent(ANN, 4))
                    .as("without an embedder")
                    .extracting(it -> it.evidence().getFirst())
                    .containsExactly(3L, 2L, 1L);
            assertThatThrownBy(() -> follower.memories().recall(query("night"), Optional.empty()))
                    .isInstanceOfSatisfying(
                            NotReady.class, it -> assertThat(it.retryAfter()).isEqualTo(ASKED));
            assertThat(follower.memories().list(new Listing(ANN, Optional.empty(), Optional.empty(), 9)))
                    .hasSize(3);
        }
    }

    private static RecallQuery query(String words) {
        return new RecallQuery(ANN, words, 3, 4);
    }

    private void live(int days) {
        for (int i = 0; i < days; i++) {
            city.tell(NumberedDays.LIVED, ANN.value());
        }
    }

    private void awaitAsked(int times) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (embedder.refused.get() < times && System.nanoTime() < deadline) {
            Thread.sleep(1);
        }
        assertThat(embedder.refused).hasValue(times);
    }

    /// When the follower looks at the clock, nobody sees: it goes on until it has.
    private void letTimePassUntilAll(MemoryFollower follower) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (follower.lag() > 0 && System.nanoTime() < deadline) {
            nanos.addAndGet(ASKED.toNanos());
            Thread.sleep(1);
        }
        awaitAll(follower);
    }

    private void awaitAll(MemoryFollower follower) throws InterruptedException {
        assertThat(follower.memories().await(city.lastSequence(), PATIENCE)).isTrue();
    }

    private MemoryFollower follow() {
        return MemoryModule.follow(
                new MemoryPorts(city, NumberedDays::read, NumberedDays::testify, embedder, store, shelf, nanos::get));
    }

    private static final class Moody implements Embedder {
        private final Embedder well = MemoryModule.embedder();
        private final AtomicInteger refused = new AtomicInteger();
        private volatile boolean isAway;

        @Override
        public String space() {
            return well.space();
        }

        @Override
        public int dimension() {
            return well.dimension();
        }

        @Override
        public List<Embedding> embed(List<String> texts) {
            if (isAway) {
                refused.incrementAndGet();
                throw new Unavailable("nothing is left", ASKED);
            }
            return well.embed(texts);
        }
    }
}
