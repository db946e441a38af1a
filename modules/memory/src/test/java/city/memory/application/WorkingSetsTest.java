package city.memory.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.MemoryId;
import city.memory.Witness.FellAsleep;
import city.memory.application.FragileStore.Fault;
import city.memory.domain.Remembered;
import city.memory.testing.FakeMemoryStore;
import city.world.ResidentId;
import city.world.kernel.CityClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WorkingSetsTest {
    private static final CityClock CLOCK = new CityClock(Instant.EPOCH, Duration.ofMinutes(5));
    private static final ResidentId ANN = new ResidentId(new UUID(1, 1));
    private static final ResidentId BOB = new ResidentId(new UUID(1, 2));

    /// 16 hours.
    private static final int SPAN = 192;

    private final FakeMemoryStore store = new FakeMemoryStore(
            new FakeMemoryStore.Shelf(), MemoryModule.embedder().space());
    private final AtomicReference<Fault> fault = new AtomicReference<>(Fault.NONE);
    private final WorkingSets sets = new WorkingSets(CLOCK, new FragileStore(store, fault::get));

    @Test
    void itBeginsWithWhatTheRecordHas() {
        record(memory(ANN, 1), memory(ANN, 2), memory(BOB, 3));
        assertInMind(10);

        sets.begin(ANN);

        assertInMind(10, 2, 1);
    }

    @Test
    void theRecordIsReadOnce() {
        record(memory(ANN, 1));
        sets.begin(ANN);
        fault.set(Fault.BEFORE);

        sets.begin(ANN);
        sets.made(List.of(memory(ANN, 2)));

        assertInMind(10, 2, 1);
    }

    @Test
    void aRecordThatIsAwayIsReadTheNextTime() {
        record(memory(ANN, 1));
        fault.set(Fault.BEFORE);
        sets.begin(ANN);
        assertInMind(10);

        fault.set(Fault.NONE);
        sets.begin(ANN);

        assertInMind(10, 1);
    }

    @Test
    void theNewestFewAreKeptAndEachOnce() {
        sets.begin(ANN);

        for (int tick = 1; tick <= 9; tick++) {
            sets.made(List.of(memory(ANN, tick)));
            sets.made(List.of(memory(ANN, tick), memory(BOB, tick)));
        }

        assertInMind(10, 9, 8, 7, 6);
    }

    @Test
    void afterADayItIsInMindNoMore() {
        sets.begin(ANN);
        sets.made(List.of(memory(ANN, 10), memory(ANN, 11)));

        assertInMind(10 + SPAN, 11, 10);
        assertInMind(11 + SPAN, 11);
        assertInMind(12 + SPAN);
    }

    @Test
    void sleepEndsIt() {
        record(memory(ANN, 1));
        sets.begin(ANN);

        sets.made(List.of(memory(ANN, 5), memory(ANN, 6)));
        sets.fellAsleep(List.of(new FellAsleep(BOB, 9), new FellAsleep(ANN, 5)));
        sets.made(List.of(memory(ANN, 4)));

        assertInMind(10, 6);
    }

    @Test
    void aSummaryOfWhatWasLongAgoIsNotInMind() {
        record(memory(ANN, 1, Kind.SUMMARY), memory(ANN, 2, Kind.INSIGHT));
        sets.begin(ANN);

        assertInMind(10, 2);
    }

    @Test
    void whenItIsNotSureTheRecordIsAskedAgain() {
        sets.begin(ANN);
        record(memory(ANN, 1));
        assertInMind(10);

        sets.clear();
        sets.begin(ANN);

        assertInMind(10, 1);
    }

    @Test
    void whoseRecordWasChangedBeginsAgain() {
        sets.begin(ANN);
        sets.made(List.of(memory(ANN, 1)));

        sets.forget(List.of(ANN));
        assertInMind(10);
        sets.begin(ANN);

        assertInMind(10);
    }

    @Test
    void whoWasNotThoughtOfForLongestGivesWay() {
        sets.begin(ANN);
        sets.begin(BOB);
        sets.made(List.of(memory(ANN, 1), memory(BOB, 1)));

        for (int other = 2; other <= WorkingSets.MOST; other++) {
            sets.begin(new ResidentId(new UUID(2, other)));
            assertInMind(10, 1);
        }

        assertThat(sets.recent(BOB, 10)).isEmpty();
    }

    private void assertInMind(long tick, Integer... madeAt) {
        assertThat(sets.recent(ANN, tick)).extracting(it -> (int) it.madeAt()).containsExactly(madeAt);
    }

    private void record(Memory... memories) {
        var remembered = List.of(memories).stream()
                .map(it -> new Remembered(
                        it, MemoryModule.embedder().embed(List.of(it.text())).getFirst()))
                .toList();
        store.append(remembered, store.cursor(), store.cursor() + 1);
    }

    private static Memory memory(ResidentId resident, long tick) {
        return memory(resident, tick, Kind.OBSERVATION);
    }

    private static Memory memory(ResidentId resident, long tick, Kind kind) {
        var id = new MemoryId(new UUID(resident.value().getLeastSignificantBits(), tick));
        return new Memory(id, resident, kind, "It was tick " + tick, 100, tick, tick, 0, false, List.of());
    }
}
