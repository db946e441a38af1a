package city.memory.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.memory.Memories.Listing;
import city.memory.Memories.NotReady;
import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.MemoryFollower;
import city.memory.RecallQuery;
import city.memory.application.FragileStore.Fault;
import city.memory.domain.Attention;
import city.memory.domain.Forgetting;
import city.memory.spi.MemoryIndex;
import city.memory.spi.MemoryPorts;
import city.memory.spi.MemoryStore;
import city.memory.testing.FakeMemoryStore;
import city.memory.testing.FakeShelf;
import city.world.ResidentId;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LogFollowerTest {
    private static final ResidentId ANN = new ResidentId(new UUID(1, 1));
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// One call in so many fails.
    private static final int FAILS_OF = 8;

    private static final int MOST_FAILURES = 15;

    private final TestKernel city = new TestKernel();
    private final FakeMemoryStore store = new FakeMemoryStore(
            new FakeMemoryStore.Shelf(), MemoryModule.embedder().space());
    private final FakeShelf shelf = new FakeShelf(MemoryModule.embedder().dimension());

    @Test
    void whatHappensIsRememberedAndRecalledByItsWords() throws Exception {
        try (var follower = follow(store)) {
            for (int i = 0; i < 20; i++) {
                city.tell(NumberedDays.LIVED, ANN.value());
            }
            awaitAll(follower);

            var recalled =
                    follower.memories().recall(new RecallQuery(ANN, "day number ten seven", 3, 25), Optional.empty());

            assertThat(recalled.getFirst().memory().text()).contains("number ten seven");
            assertThat(recalled.getFirst().memory().evidence()).containsExactly(17L);
            assertThat(follower.lag()).isZero();
            var listed = follower.memories().list(new Listing(ANN, Optional.empty(), Optional.empty(), 100));
            assertThat(listed).contains(recalled.getFirst().memory().recalled(25, 1));
        }
        assertThat(memoryOf(17).accesses()).isEqualTo(1);
        assertThat(memoryOf(17).lastAccessedAt()).isEqualTo(25);
    }

    @Test
    void whatWasRecalledIsCountedBeforeAnythingIsForgotten() throws Exception {
        var watched = new NightWatch();
        try (var follower = follow(watched)) {
            city.tell(NumberedDays.LIVED, ANN.value());
            awaitAll(follower);
            follower.memories().recall(new RecallQuery(ANN, "day", 1, 1), Optional.empty());

            city.tell(NumberedDays.SLEPT, ANN.value());
            awaitAll(follower);

            assertThat(watched.accesses).containsExactly(1);
        }
    }

    @Test
    void recallOfOneKindLooksAtNoOther() throws Exception {
        try (var follower = follow(store)) {
            city.tell(NumberedDays.LIVED, ANN.value());
            city.tell(NumberedDays.GIVEN, ANN.value());
            awaitAll(follower);

            var recalled = follower.memories().recall(new RecallQuery(ANN, "number", 9, 5), Optional.of(Kind.INSIGHT));

            assertThat(recalled)
                    .singleElement()
                    .extracting(it -> it.memory().kind())
                    .isEqualTo(Kind.INSIGHT);
            assertThat(recalled.getFirst().memory().pinned()).isTrue();
            assertThat(recalled.getFirst().memory().importance()).isEqualTo(640);
            assertThat(recalled.getFirst().memory().evidence())
                    .as("what it cites")
                    .containsExactly(1L);
        }
    }

    @Test
    void whatWasLivedThroughLastIsInMindUntilSleep() throws Exception {
        try (var follower = follow(store)) {
            city.tell(NumberedDays.LIVED, ANN.value());
            awaitAll(follower);
            follower.memories().recall(new RecallQuery(ANN, "day", 1, 1), Optional.empty());
            assertInMind(follower, 1);

            for (int i = 0; i < WorkingSets.CAPACITY; i++) {
                city.tell(NumberedDays.LIVED, ANN.value());
            }
            awaitAll(follower);
            assertInMind(follower, 5, 4, 3, 2);

            city.tell(NumberedDays.SLEPT, ANN.value());
            awaitAll(follower);
            assertInMind(follower);

            city.tell(NumberedDays.LIVED, ANN.value());
            city.tell(NumberedDays.LIVED, ANN.value());
            city.tell(NumberedDays.SLEPT, ANN.value());
            city.tell(NumberedDays.LIVED, ANN.value());
            awaitAll(follower);
            assertInMind(follower, 10);
        }
    }

    @Test
    void nothingIsLostOrRememberedTwiceWhateverFails() throws Exception {
        var chance = new Random(11);
        var failures = new AtomicInteger();
        Supplier<Fault> faults = () -> {
            if (chance.nextInt(FAILS_OF) > 0 || failures.get() == MOST_FAILURES) {
                return Fault.NONE;
            }
            failures.incrementAndGet();
            return chance.nextBoolean() ? Fault.BEFORE : Fault.AFTER;
        };
        try (var follower = follow(new FragileStore(store, faults), Duration.ofMillis(1))) {
            for (int i = 0; i < 200; i++) {
                city.tell(NumberedDays.LIVED, ANN.value());
                Thread.sleep(20);
            }
            awaitAll(follower);

            assertThat(failures.get()).isPositive();
            assertEachOnce(follower, 200);
        }
    }

    @Test
    void aProcessThatDiesBetweenRecordAndIndexLosesNothing() throws Exception {
        var deaths = new AtomicInteger();
        for (int life = 0; life < 10; life++) {
            var calls = new AtomicInteger(-4 - life);
            // From some call on the store answers nobody any more: this process is as good as dead.
            Supplier<Fault> death = () -> calls.incrementAndGet() < 0
                    ? Fault.NONE
                    : calls.get() == 0 && deaths.incrementAndGet() > 0 ? Fault.AFTER : Fault.BEFORE;
            try (var _ = follow(new FragileStore(store, death), Duration.ofMillis(1))) {
                for (int i = 0; i < 20; i++) {
                    city.tell(NumberedDays.LIVED, ANN.value());
                    Thread.sleep(1);
                }
            }
        }
        try (var follower = follow(store)) {
            awaitAll(follower);

            assertThat(deaths.get()).isPositive();
            assertEachOnce(follower, 200);
        }
    }

    @Test
    void anIndexThatWasClosedInGoodOrderIsNotBuiltAgain() throws Exception {
        for (int run = 0; run < 3; run++) {
            try (var follower = follow(store)) {
                city.tell(NumberedDays.LIVED, ANN.value());
                awaitAll(follower);
            }
        }

        assertThat(shelf.built()).isEqualTo(1);
        assertThat(store.cursor()).isEqualTo(3);
    }

    @Test
    void sleepMergesWhatIsTheSameAndKeepsTheEvidence() throws Exception {
        try (var follower = follow(store)) {
            // The words of every hundredth day are the same.
            city.tell(NumberedDays.LIVED, ANN.value());
            for (int i = 0; i < 99; i++) {
                city.tell("nothing", ANN.value());
            }
            city.tell(NumberedDays.LIVED, ANN.value());
            city.tell(NumberedDays.SLEPT, ANN.value());
            awaitAll(follower);

            assertThat(follower.memories().count(ANN)).isEqualTo(1);
            assertThat(follower.memories().list(new Listing(ANN, Optional.empty(), Optional.empty(), 9)))
                    .singleElement()
                    .satisfies(it -> assertThat(it.evidence()).containsExactly(1L, 101L));
            assertThat(follower.memories().recall(new RecallQuery(ANN, "number", 9, 200), Optional.empty()))
                    .hasSize(1);
        }
    }

    @Test
    void whoNeverSleepsKeepsNoMoreThanThereIsRoomFor() throws Exception {
        try (var follower = follow(store)) {
            for (int i = 0; i < 3 * MemoryIndex.PLACES_PER_RESIDENT; i++) {
                city.tell(NumberedDays.LIVED, ANN.value());
                if (i % 900 == 0) {
                    awaitAll(follower);
                }
            }
            awaitAll(follower);

            assertThat(follower.memories().count(ANN)).isBetween(1, MemoryIndex.PLACES_PER_RESIDENT);
            city.tell(NumberedDays.SLEPT, ANN.value());
            awaitAll(follower);
            assertThat(follower.memories().count(ANN)).isBetween(1, Forgetting.CAP);
        }
    }

    @Test
    void aFloodWithinOneTickLeavesNoMoreThanOneTakesInAtATime() throws Exception {
        try (var follower = follow(store)) {
            for (int i = 0; i < 300; i++) {
                city.tell(NumberedDays.LIVED, ANN.value(), 300);
            }
            awaitAll(follower);

            assertThat(follower.memories().count(ANN)).isEqualTo(Attention.SPAN);
        }
    }

    @Test
    void whileTheRecordIsAwayNobodyRecallsAndSoItIsSaid() throws Exception {
        try (var follower = follow(new FragileStore(store, () -> Fault.BEFORE))) {
            city.tell(NumberedDays.LIVED, ANN.value());

            assertThat(follower.memories().await(1, Duration.ofMillis(50))).isFalse();
            assertThatThrownBy(() -> follower.memories().recall(new RecallQuery(ANN, "x", 1, 1), Optional.empty()))
                    .isInstanceOf(NotReady.class);
            assertThat(follower.lag()).isEqualTo(1);
        }
    }

    private MemoryFollower follow(MemoryStore over) {
        return follow(over, Duration.ofSeconds(1));
    }

    /// @param tick by which the clock goes on at each look
    private MemoryFollower follow(MemoryStore over, Duration tick) {
        var nanos = new AtomicInteger();
        return MemoryModule.follow(new MemoryPorts(
                city,
                NumberedDays::read,
                NumberedDays::testify,
                MemoryModule.embedder(),
                over,
                shelf,
                () -> nanos.incrementAndGet() * tick.toNanos()));
    }

    private void awaitAll(MemoryFollower follower) throws InterruptedException {
        assertThat(follower.memories().await(city.lastSequence(), PATIENCE)).isTrue();
    }

    private void assertInMind(MemoryFollower follower, Integer... days) {
        assertThat(follower.memories().recent(ANN, city.snapshot().tick()))
                .extracting(it -> it.evidence().getFirst().intValue())
                .containsExactly(days);
    }

    private Memory memoryOf(long sequence) {
        return store.list(new Listing(ANN, Optional.empty(), Optional.empty(), 1000)).stream()
                .filter(it -> it.evidence().contains(sequence))
                .findFirst()
                .orElseThrow();
    }

    private void assertEachOnce(MemoryFollower follower, int count) {
        var remembered = store.list(new Listing(ANN, Optional.empty(), Optional.empty(), 1000)).stream()
                .map(it -> it.evidence().getFirst())
                .sorted()
                .toList();
        assertThat(remembered)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, count).boxed().toList());
        var all = follower.memories().recall(new RecallQuery(ANN, "day", 100, 999), Optional.of(Kind.OBSERVATION));
        assertThat(all).hasSize(100);
    }
}
