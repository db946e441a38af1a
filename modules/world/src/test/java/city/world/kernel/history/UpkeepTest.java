package city.world.kernel.history;

import static org.assertj.core.api.Assertions.assertThat;

import city.world.kernel.Genesis;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.engine.CityEngine;
import city.world.kernel.engine.EnginePorts;
import city.world.kernel.engine.EngineSettings;
import city.world.kernel.machine.Assembly;
import city.world.kernel.testing.Counters;
import city.world.kernel.testing.InMemoryRecord;
import city.world.kernel.testing.TextCodec;
import city.world.spi.EventLog;
import city.world.spi.Keyframe;
import city.world.spi.Keyframes;
import city.world.spi.Probe;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A city of steps of five minutes, founded at 06:00: its first day ends with tick 216.
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UpkeepTest {
    private static final long FIRST_OF_THE_DAY = 216;
    private static final long HOUR = 12;
    private static final long DAY = 24 * HOUR;

    private final InMemoryRecord record = new InMemoryRecord();

    @Test
    void aKeyframeThatFailsIsTriedAgainAnHourLaterAndOnTheSameDay() throws Exception {
        var failing = new FailingKeyframes(record, 2);
        try (var city = open(failing, record)) {
            runTo(city, FIRST_OF_THE_DAY);
            await(failing.tries, 1);
            runTo(city, FIRST_OF_THE_DAY + HOUR - 1);
            assertThat(failing.tries).hasValue(1);

            runUntilKept(city);

            assertThat(failing.tries).hasValue(3);
            assertThat(record.list())
                    .singleElement()
                    .satisfies(it -> assertThat(it.head().tick())
                            .isBetween(FIRST_OF_THE_DAY + 2 * HOUR, FIRST_OF_THE_DAY + DAY - 1));
        }
    }

    @Test
    void whatFailsAfterTheKeyframeWritesNoSecondOne() throws Exception {
        var failing = new FailingLog(record);
        try (var city = open(record, failing)) {
            runTo(city, FIRST_OF_THE_DAY);
            await(failing.tries, 1);

            while (failing.tries.get() < 2) {
                stepSlowly(city);
            }

            assertThat(record.list())
                    .singleElement()
                    .satisfies(it -> assertThat(it.head().tick()).isEqualTo(FIRST_OF_THE_DAY));
        }
    }

    /// Refuses the first few.
    private static final class FailingKeyframes implements Keyframes {
        private final Keyframes kept;
        private final int failures;
        private final AtomicInteger tries = new AtomicInteger();

        private FailingKeyframes(Keyframes kept, int failures) {
            this.kept = kept;
            this.failures = failures;
        }

        @Override
        public void add(Keyframe.Draft draft) {
            if (tries.incrementAndGet() <= failures) {
                throw new IllegalStateException("the database is away");
            }
            kept.add(draft);
        }

        @Override
        public List<Keyframe> list() {
            return kept.list();
        }

        @Override
        public void readBlocks(Keyframe keyframe, Consumer<byte[]> reader) {
            kept.readBlocks(keyframe, reader);
        }

        @Override
        public int removeDaily(long beforeTick) {
            return kept.removeDaily(beforeTick);
        }
    }

    /// Refuses the first removal.
    private static final class FailingLog implements EventLog {
        private final EventLog kept;
        private final AtomicInteger tries = new AtomicInteger();

        private FailingLog(EventLog kept) {
            this.kept = kept;
        }

        @Override
        public List<LoggedEvent> read(long afterSequence, long toSequence, EventFeed.Filter filter, int limit) {
            return kept.read(afterSequence, toSequence, filter, limit);
        }

        @Override
        public long horizon(EventFeed.Filter filter) {
            return kept.horizon(filter);
        }

        @Override
        public int removeTelemetry(long beforeTick, int limit) {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("the database is away");
            }
            return kept.removeTelemetry(beforeTick, limit);
        }
    }

    private void runUntilKept(CityEngine city) throws InterruptedException {
        while (record.list().isEmpty()) {
            stepSlowly(city);
        }
    }

    /// So that upkeep, which is beside the city, sees to each tick.
    private static void stepSlowly(CityEngine city) throws InterruptedException {
        runTo(city, city.snapshot().tick() + 1);
        Thread.sleep(5);
    }

    private static void runTo(CityEngine city, long tick) {
        city.pace().step((int) (tick - city.snapshot().tick()));
        while (city.snapshot().tick() < tick) {
            Thread.yield();
        }
    }

    private static void await(AtomicInteger number, int value) {
        while (number.get() < value) {
            Thread.yield();
        }
    }

    private CityEngine open(Keyframes keyframes, EventLog log) {
        var ports = new EnginePorts(
                record,
                log,
                keyframes,
                new TextCodec(),
                Probe.none(),
                Thread::startVirtualThread,
                InstantSource.system(),
                System::nanoTime);
        var genesis = new Genesis(
                "counters",
                7,
                Genesis.RULES_VERSION,
                Instant.parse("2030-05-06T06:00:00Z"),
                Duration.ofMinutes(5),
                List.of(new Counters.Raise(0, 1)));
        var settings = new EngineSettings(1, OptionalLong.empty(), 7);
        var city = CityEngine.found(ports, settings, genesis, new Assembly(List.of(new Counters())));
        city.pace().pause();
        city.start();
        return city;
    }
}
