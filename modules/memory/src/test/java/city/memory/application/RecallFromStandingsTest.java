package city.memory.application;

import static city.memory.testing.Memories.ANN;
import static city.memory.testing.Memories.memory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.MemoryFollower;
import city.memory.MemoryId;
import city.memory.RecallQuery;
import city.memory.Recollection;
import city.memory.domain.Recall;
import city.memory.domain.Recall.Candidate;
import city.memory.domain.Recall.Scored;
import city.memory.domain.Remembered;
import city.memory.domain.Standing;
import city.memory.spi.Embedder;
import city.memory.spi.MemoryIndex.Key;
import city.memory.spi.MemoryIndex.Question;
import city.memory.spi.MemoryPorts;
import city.memory.spi.MemoryStore.Revision;
import city.memory.testing.BruteForce;
import city.memory.testing.FakeMemoryStore;
import city.memory.testing.FakeShelf;
import city.world.kernel.CityClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// What is kept of memories in order to score them is never seen in what is recalled.
class RecallFromStandingsTest {
    private static final CityClock CLOCK = new CityClock(Instant.EPOCH, Duration.ofMinutes(5));

    @Test
    void theRecordIsAskedForWhatMightComeToMindOnceAndThenForWhatDoes() {
        var town = new Town();
        IntStream.range(0, 30)
                .forEach(it -> town.remember(memory(it).importance(10 * it).get()));

        town.recall(100, Optional.empty());
        assertThat(town.store.asked).containsExactly(30, 3);
        town.remember(memory(30).get());
        town.recall(101, Optional.empty());
        assertThat(town.store.asked).as("what came to mind before").containsExactly(30, 3);
        town.remember(memory(31).importance(1000).madeAt(101).get());
        town.recall(102, Optional.empty());

        assertThat(town.store.asked).as("what did not").containsExactly(30, 3, 1);
    }

    @Test
    void whatIsMadeIsKnownBeforeItCanBeFound() throws InterruptedException {
        var city = new TestKernel();
        var store = new CountedStore();
        try (var follower = follow(city, store)) {
            tell(city, follower, NumberedDays.LIVED);
            follower.memories().recall(Town.query(10), Optional.empty());
            tell(city, follower, NumberedDays.LIVED);
            follower.memories().recall(Town.query(11), Optional.empty());
        }
        assertThat(store.asked).containsExactly(1, 1, 1);
    }

    /// Against all that the record and the waiting recalls say, asked for anew each time.
    @Property(tries = 150)
    void whatIsRecalledIsWhatTheRecordSays(@ForAll long seed) {
        var chance = new Random(seed);
        var town = new Town();
        for (int tick = 1; tick < 60; tick++) {
            switch (chance.nextInt(8)) {
                case 0, 1, 2 ->
                    town.remember(memory(tick)
                            .madeAt(tick)
                            .importance(100 * chance.nextInt(10))
                            .kind(Kind.values()[chance.nextInt(2)])
                            .get());
                case 3 -> town.accesses.writeSome();
                case 4 -> town.sleep(tick, chance);
                case 5 -> town.standings.clear();
                default -> {
                    var kind = Optional.of(Kind.values()[chance.nextInt(2)]).filter(_ -> chance.nextBoolean());
                    var expected = town.fromTheRecord(tick, kind);
                    assertThat(town.recall(tick, kind)).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void afterSleepTheRecordIsAskedAnew() throws InterruptedException {
        var city = new TestKernel();
        var store = new CountedStore();
        try (var follower = follow(city, store)) {
            tell(city, follower, NumberedDays.LIVED);
            tell(city, follower, NumberedDays.LIVED);
            follower.memories().recall(Town.query(10), Optional.empty());
            var older = store.ofResidents(List.of(ANN)).getFirst().memory();
            store.apply(new Revision(List.of(Town.remembered(weightier(older))), List.of()));

            tell(city, follower, NumberedDays.SLEPT);

            assertThat(follower.memories().recall(Town.query(11), Optional.empty()))
                    .extracting(it -> it.memory().id(), it -> it.score().importance())
                    .contains(tuple(older.id(), 1.0));
        }
    }

    private static MemoryFollower follow(TestKernel city, CountedStore store) {
        return MemoryModule.follow(new MemoryPorts(
                city,
                NumberedDays::read,
                NumberedDays::testify,
                MemoryModule.embedder(),
                store,
                new FakeShelf(MemoryModule.embedder().dimension()),
                System::nanoTime));
    }

    private static void tell(TestKernel city, MemoryFollower follower, String event) throws InterruptedException {
        city.tell(event, ANN.value());
        assertThat(follower.memories().await(city.lastSequence(), Duration.ofSeconds(30)))
                .isTrue();
    }

    private static Memory weightier(Memory it) {
        return new Memory(
                it.id(),
                it.resident(),
                it.kind(),
                it.text(),
                Memory.FULL,
                it.madeAt(),
                it.lastAccessedAt(),
                it.accesses(),
                it.pinned(),
                it.evidence());
    }

    /// Where Ann remembers, recalls and sleeps.
    private static final class Town {
        private static final Embedder EMBEDDER = MemoryModule.embedder();

        private final CountedStore store = new CountedStore();
        private final BruteForce index = new BruteForce(EMBEDDER.dimension());
        private final Accesses accesses = new Accesses(store);
        private final Standings standings = new Standings();
        private final RecalledMemories memories = new RecalledMemories(
                CLOCK,
                store,
                EMBEDDER,
                () -> Optional.of(index),
                new WorkingSets(CLOCK, store),
                standings,
                accesses,
                new Progress());
        private final List<Memory> all = new ArrayList<>();

        void remember(Memory memory) {
            var remembered = List.of(remembered(memory));
            store.append(remembered, all.size(), all.size() + 1);
            standings.made(List.of(memory));
            index.putMemories(remembered);
            all.add(memory);
        }

        /// One is forgotten, and another weighs more.
        void sleep(int tick, Random chance) {
            accesses.writeAll();
            var left = store.ofResidents(List.of(ANN));
            if (left.size() < 2) {
                return;
            }
            var gone = left.get(chance.nextInt(left.size() - 1)).memory();
            var kept = remembered(weightier(left.getLast().memory().recalled(tick, 0)));
            store.apply(new Revision(List.of(kept), List.of(gone.id())));
            index.remove(List.of(new Key(gone.id(), ANN)));
            standings.forget(List.of(ANN));
        }

        List<Recollection> recall(long tick, Optional<Kind> kind) {
            return memories.recall(query(tick), kind);
        }

        List<Recollection> fromTheRecord(long tick, Optional<Kind> kind) {
            var vector = EMBEDDER.embed(List.of("memory")).getFirst();
            int nearby = kind.isPresent() ? 1000 : query(tick).candidates();
            var candidates = index.nearest(List.of(new Question(ANN, vector, nearby))).getFirst().stream()
                    .map(it -> new Candidate(Standing.of(find(it.memory())), it.cosine()))
                    .filter(it -> kind.isEmpty() || kind.get() == it.standing().kind())
                    .toList();
            return new Recall(CLOCK)
                    .best(query(tick), candidates).stream()
                            .map((Scored it) -> new Recollection(find(it.memory()), it.score()))
                            .toList();
        }

        private Memory find(MemoryId memory) {
            return accesses.of(store.find(List.of(memory)).getFirst());
        }

        private static RecallQuery query(long tick) {
            return new RecallQuery(ANN, "memory", 3, tick);
        }

        private static Remembered remembered(Memory memory) {
            return new Remembered(memory, EMBEDDER.embed(List.of(memory.text())).getFirst());
        }
    }

    private static final class CountedStore extends FakeMemoryStore {
        private final List<Integer> asked = new ArrayList<>();

        CountedStore() {
            super(new Shelf(), "test");
        }

        @Override
        public List<Memory> find(List<MemoryId> memories) {
            asked.add(memories.size());
            return super.find(memories);
        }
    }
}
