package city.world.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import city.world.kernel.Genesis;
import city.world.kernel.access.Submission;
import city.world.kernel.access.Vitals;
import city.world.kernel.machine.Assembly;
import city.world.kernel.testing.Counters;
import city.world.kernel.testing.Counters.Raise;
import city.world.kernel.testing.InMemoryRecord;
import city.world.kernel.testing.TextCodec;
import city.world.spi.CityRecord.RecordTaken;
import city.world.spi.Probe;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a city says of itself while its record does not take what it writes.
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AbsentRecordTest {
    private final InMemoryRecord record = new InMemoryRecord();
    private final AtomicLong now = new AtomicLong();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch let = new CountDownLatch(1);

    @Test
    void aRecordThatIsAwayIsWaitedForAndSaidToBe() throws InterruptedException {
        try (var city = open()) {
            record.beforeCommits(waiting -> {
                waiting.accept("connection refused");
                hold();
            });

            var answer = city.submit(Submission.byOperator(new Raise(1, 1))).toCompletableFuture();
            entered.await();

            assertThat(city.vitals().state()).isEqualTo(Vitals.State.WAITING_FOR_RECORD);
            assertThat(city.vitals().trouble()).contains("connection refused");
            assertThat(answer).isNotDone();
            let.countDown();
            answer.join();
            assertThat(city.vitals()).isEqualTo(new Vitals(Vitals.State.RUNNING, Optional.empty()));
        }
    }

    @Test
    void aCommitThatStandsStillIsSaidToDoSoBeforeTheLinkIsGivenUp() throws InterruptedException {
        try (var city = open()) {
            record.beforeCommits(_ -> hold());

            var answer = city.submit(Submission.byOperator(new Raise(1, 1))).toCompletableFuture();
            entered.await();
            assertThat(city.vitals().state()).isEqualTo(Vitals.State.RUNNING);
            now.addAndGet(Duration.ofSeconds(4).toNanos());

            assertThat(city.vitals().state()).isEqualTo(Vitals.State.WAITING_FOR_RECORD);
            assertThat(city.vitals().trouble()).contains("a commit has been under way for 4 s");
            let.countDown();
            answer.join();
            assertThat(city.vitals().state()).isEqualTo(Vitals.State.RUNNING);
        }
    }

    @Test
    void aCityThatLosesItsRecordWhileItWaitsIsHaltedAndNoLongerWaiting() {
        var city = open();
        record.beforeCommits(waiting -> {
            waiting.accept("connection refused");
            throw new RecordTaken("another city");
        });

        city.submit(Submission.byOperator(new Raise(1, 1)));
        city.ended().toCompletableFuture().join();

        assertThat(city.vitals().state()).isEqualTo(Vitals.State.HALTED);
        assertThat(city.vitals().trouble())
                .hasValueSatisfying(it -> assertThat(it).contains("another city"));
    }

    @Test
    void aPausedClockStandsOnceItsLastTickIsRecorded() throws InterruptedException {
        try (var city = open()) {
            assertThat(city.pace().stands()).isTrue();
            record.beforeCommits(_ -> hold());

            city.pace().step(1);
            entered.await();

            assertThat(city.pace().stands()).isFalse();
            let.countDown();
            while (!city.pace().stands()) {
                Thread.onSpinWait();
            }
            assertThat(record.head().orElseThrow().tick()).isEqualTo(1);
        }
    }

    private void hold() {
        entered.countDown();
        try {
            let.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A paused city on a clock that stands.
    private CityEngine open() {
        var codec = new TextCodec();
        record.claim();
        var ports = new EnginePorts(
                record,
                record,
                record,
                codec,
                Probe.none(),
                Thread::startVirtualThread,
                InstantSource.system(),
                now::get);
        var genesis = new Genesis(
                "counters",
                7,
                Genesis.RULES_VERSION,
                Instant.parse("2030-05-06T06:00:00Z"),
                Duration.ofMinutes(5),
                List.of(new Raise(0, 1)));
        var settings = new EngineSettings(1, OptionalLong.empty(), 7);
        var city = CityEngine.found(ports, settings, genesis, new Assembly(List.of(new Counters())));
        city.pace().pause();
        city.start();
        return city;
    }
}
