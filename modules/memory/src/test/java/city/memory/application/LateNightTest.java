package city.memory.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.memory.Memories.Listing;
import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.MemoryFollower;
import city.memory.RecallQuery;
import city.memory.application.FragileStore.Fault;
import city.memory.domain.Embedding;
import city.memory.domain.Remembered;
import city.memory.spi.Embedder;
import city.memory.spi.Embedder.Unavailable;
import city.memory.spi.MemoryPorts;
import city.memory.spi.MemoryStore;
import city.memory.testing.BruteForce;
import city.memory.testing.FakeMemoryStore;
import city.memory.testing.FakeShelf;
import city.world.ResidentId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// An embedder that has nothing left just when sleep would make a summary, and the batch is in the record already.
class LateNightTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration ASKED = Duration.ofMinutes(5);

    /// In so many ticks an observation fades, a week of five minutes each.
    private static final int FADED_AFTER = 2_016;

    /// As many as make a summary.
    private static final int DAYS = 3;

    /// One group that sleeps together, and a part of another.
    private static final List<ResidentId> RESIDENTS = LongStream.rangeClosed(1, 20)
            .mapToObj(it -> new ResidentId(new UUID(1, it)))
            .toList();

    private static final int TOGETHER = 16;
    private static final ResidentId ANN = RESIDENTS.getFirst();

    private final TestKernel city = new TestKernel();
    private final Nightly store = new Nightly();
    private final FakeShelf shelf = new FakeShelf(MemoryModule.embedder().dimension());
    private final AtomicLong nanos = new AtomicLong();
    private final Curt embedder = new Curt();

    @Test
    void whoWasToSleepSleepsBeforeAnythingElseIsRemembered() throws Exception {
        live(List.of(ANN));
        long asleep = sleep(List.of(ANN));
        try (var follower = follow(store)) {
            letTimePassUntil(() -> embedder.refused.get() > 0);
            city.tell(NumberedDays.LIVED, ANN.value());
            letTimePassUntil(() -> embedder.refused.get() > 1);
            assertThat(store.cursor()).as("it is in the record").isEqualTo(asleep);
            assertThat(summaries(ANN)).isEmpty();
            assertThat(follower.lag()).isPositive();

            embedder.summaries.set(1);
            letTimePassUntil(() -> follower.lag() == 0);

            assertThat(summaries(ANN)).singleElement().satisfies(it -> {
                assertThat(it.evidence()).containsExactly(1L, 2L, 3L);
                assertThat(it.madeAt()).as("that night").isEqualTo(asleep);
            });
            assertThat(embedder.given.getLast()).startsWith("It was the day");
            assertThat(embedder.given.get(embedder.given.size() - 2)).startsWith("Of 3 things");
            assertThat(shelf.built()).as("the index stayed").isEqualTo(1);
            assertThat(follower.memories().recall(new RecallQuery(ANN, "day", 9, asleep), Optional.empty()))
                    .extracting(it -> it.memory().kind())
                    .containsExactlyInAnyOrder(Kind.SUMMARY, Kind.OBSERVATION);
        }
    }

    @Test
    void whoHasSleptDoesNotSleepAgain() throws Exception {
        live(RESIDENTS);
        sleep(RESIDENTS);
        embedder.summaries.set(1);
        try (var follower = follow(store)) {
            letTimePassUntil(() -> embedder.refused.get() > 0);
            assertThat(store.slept).hasSize(TOGETHER);

            embedder.summaries.set(1);
            letTimePassUntil(() -> follower.lag() == 0);

            assertThat(store.slept).containsExactlyInAnyOrderElementsOf(RESIDENTS);
            assertThat(store.nightsOf(ANN)).isEqualTo(1);
        }
    }

    @Test
    void norWhenThereWasNothingToRememberBesides() throws Exception {
        live(RESIDENTS);
        try (var follower = follow(store)) {
            letTimePassUntil(() -> follower.lag() == 0);
        }
        sleep(RESIDENTS);
        embedder.summaries.set(1);
        try (var follower = follow(store)) {
            letTimePassUntil(() -> embedder.refused.get() > 0);

            embedder.summaries.set(1);
            letTimePassUntil(() -> follower.lag() == 0);

            assertThat(store.slept).containsExactlyInAnyOrderElementsOf(RESIDENTS);
            assertThat(store.nightsOf(ANN)).isEqualTo(1);
        }
    }

    @Test
    void theRecordMayGoAwayBeforeTheNightIsTriedAgain() throws Exception {
        live(List.of(ANN));
        sleep(List.of(ANN));
        var failures = new AtomicInteger();
        try (var follower = follow(new FragileStore(store, () -> fault(failures)))) {
            letTimePassUntil(() -> embedder.refused.get() > 0);
            failures.set(1);
            letTimePassUntil(() -> failures.get() == 0);

            embedder.summaries.set(1);
            letTimePassUntil(() -> follower.lag() == 0);

            assertThat(summaries(ANN)).hasSize(1);
        }
    }

    @Test
    void aNightThatCannotBeMadeHoldsUpNobody() throws Exception {
        live(RESIDENTS);
        sleep(RESIDENTS);
        embedder.summaries.set(RESIDENTS.size());
        store.sleepless = Optional.of(ANN);
        try (var follower = follow(store)) {
            letTimePassUntil(() -> follower.lag() == 0);

            assertThat(store.slept).containsExactlyInAnyOrderElementsOf(RESIDENTS.subList(TOGETHER, RESIDENTS.size()));
        }
    }

    @Test
    void aNightThatIsRefusedForAnHourIsGivenUp() throws Exception {
        live(List.of(ANN));
        long asleep = sleep(List.of(ANN));
        try (var _ = follow(store)) {
            letTimePassUntil(() -> embedder.refused.get() > 0);
        }
        embedder.asked = Duration.ZERO;
        var nights = new Nights(city.genesis().clock(), embedder, store, new Standings());
        var index = new BruteForce(embedder.dimension());
        nights.fellAsleep(List.of(ANN), asleep);

        for (int refusal = 1; refusal < Nights.MOST_REFUSALS; refusal++) {
            assertThatThrownBy(() -> nights.sleep(index)).isInstanceOf(Unavailable.class);
        }
        assertThat(nights.waiting()).containsExactly(ANN);
        nights.sleep(index);

        assertThat(nights.waiting()).isEmpty();
        assertThat(summaries(ANN)).isEmpty();
    }

    private void live(List<ResidentId> residents) {
        for (int i = 0; i < DAYS; i++) {
            residents.forEach(it -> city.tell(NumberedDays.LIVED, it.value()));
        }
    }

    /// @return the tick of it, and the sequence
    private long sleep(List<ResidentId> residents) {
        for (int i = 0; i < FADED_AFTER; i++) {
            city.tell("nothing", ANN.value());
        }
        residents.forEach(it -> city.tell(NumberedDays.SLEPT, it.value()));
        return city.lastSequence();
    }

    private static Fault fault(AtomicInteger failures) {
        return failures.getAndUpdate(it -> Math.max(0, it - 1)) > 0 ? Fault.BEFORE : Fault.NONE;
    }

    private List<Memory> summaries(ResidentId resident) {
        return store.list(new Listing(resident, Optional.of(Kind.SUMMARY), Optional.empty(), 9));
    }

    /// When the follower looks at the clock, nobody sees: it goes on until it has.
    private void letTimePassUntil(BooleanSupplier holds) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean() && System.nanoTime() < deadline) {
            nanos.addAndGet(ASKED.toNanos());
            Thread.sleep(1);
        }
        assertThat(holds.getAsBoolean()).as("in time").isTrue();
    }

    private MemoryFollower follow(MemoryStore over) {
        return MemoryModule.follow(
                new MemoryPorts(city, NumberedDays::read, NumberedDays::testify, embedder, over, shelf, nanos::get));
    }

    /// Notes for whom a night was begun, and who slept, as often as it did.
    private static final class Nightly extends FakeMemoryStore {
        private final List<List<ResidentId>> nights = new CopyOnWriteArrayList<>();
        private final List<ResidentId> slept = new CopyOnWriteArrayList<>();
        private volatile Optional<ResidentId> sleepless = Optional.empty();

        Nightly() {
            super(new Shelf(), MemoryModule.embedder().space());
        }

        long nightsOf(ResidentId resident) {
            return nights.stream().filter(it -> it.contains(resident)).count();
        }

        @Override
        public List<Remembered> ofResidents(List<ResidentId> residents) {
            nights.add(residents);
            return super.ofResidents(residents);
        }

        @Override
        public void apply(Revision revision) {
            var residents = revision.kept().stream()
                    .map(it -> it.memory().resident())
                    .distinct()
                    .toList();
            if (sleepless.filter(residents::contains).isPresent()) {
                throw new IllegalStateException("this night cannot be made");
            }
            super.apply(revision);
            slept.addAll(residents);
        }
    }

    /// Gives vectors for all but summaries, and for as many calls with these as the test allows.
    private static final class Curt implements Embedder {
        private final Embedder well = MemoryModule.embedder();
        private volatile Duration asked = ASKED;
        private final AtomicInteger summaries = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();
        private final List<String> given = new CopyOnWriteArrayList<>();

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
            boolean isNight = texts.stream().anyMatch(it -> it.startsWith("Of "));
            if (isNight && summaries.getAndUpdate(it -> Math.max(0, it - 1)) == 0) {
                refused.incrementAndGet();
                throw new Unavailable("nothing is left", asked);
            }
            given.addAll(texts);
            return well.embed(texts);
        }
    }
}
