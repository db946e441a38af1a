package city.memory.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.MemoryId;
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
    void whoIsAskedForTheFirstTimeHasInMindWhatTheRecordSays() {
        record(memory(ANN, 1), memory(ANN, 2), memory(BOB, 3));

        assertInMind(10, 2, 1);
    }

    @Test
    void theRecordIsReadOnce() {
        record(memory(ANN, 1));
        assertInMind(10, 1);
        fault.set(Fault.BEFORE);

        sets.made(List.of(memory(ANN, 2)));

        assertInMind(10, 2, 1);
    }

    @Test
    void aRecordThatIsAwayIsReadTheNextTime() {
        record(memory(ANN, 1));
        fault.set(Fault.BEFORE);
        assertThatThrownBy(() -> sets.recent(ANN, 10)).isInstanceOf(RuntimeException.class);

        fault.set(Fault.NONE);

        assertInMind(10, 1);
    }

    @Test
    void theNewestFewAreKeptAndEachOnce() {
        assertInMind(10);

        for (int tick = 1; tick <= 9; tick++) {
            sets.made(List.of(memory(ANN, tick)));
            sets.made(List.of(memory(ANN, tick), memory(BOB, tick)));
        }

        assertInMind(10, 9, 8, 7, 6);
    }

    @Test
    void afterADayItIsInMindNoMore() {
        assertInMind(10);
        sets.made(List.of(memory(ANN, 10), memory(ANN, 11)));

        assertInMind(10 + SPAN, 11, 10);
        assertInMind(11 + SPAN, 11);
        assertInMind(12 + SPAN);
    }

    @Test
    void sleepEndsIt() {
        record(memory(ANN, 1));
        assertInMind(1, 1);

        sets.fellAsleep(List.of(BOB, ANN), 5);
        sets.made(List.of(memory(ANN, 5), memory(ANN, 6)));

        assertInMind(10, 6);
    }

    @Test
    void aSummaryOfWhatWasLongAgoIsNotInMind() {
        record(memory(ANN, 1, Kind.SUMMARY), memory(ANN, 2, Kind.INSIGHT));

        assertInMind(10, 2);
    }

    @Test
    void whenItIsNotSureTheRecordIsAskedAgain() {
        assertInMind(10);
        record(memory(ANN, 1));
        assertInMind(10);

        sets.clear();

        assertInMind(10, 1);
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
