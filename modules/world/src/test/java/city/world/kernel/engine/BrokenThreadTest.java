package city.world.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.world.kernel.Command;
import city.world.kernel.Genesis;
import city.world.kernel.access.Receipt;
import city.world.kernel.access.Submission;
import city.world.kernel.access.SubmissionFailed;
import city.world.kernel.access.Vitals;
import city.world.kernel.machine.Assembly;
import city.world.kernel.testing.Counters;
import city.world.kernel.testing.Counters.Raise;
import city.world.kernel.testing.Counters.Raised;
import city.world.kernel.testing.Counters.Sink;
import city.world.kernel.testing.Counters.Starve;
import city.world.kernel.testing.InMemoryRecord;
import city.world.kernel.testing.TextCodec;
import city.world.spi.Probe;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What becomes of a city under whose thread the machine breaks: no memory, no stack.
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BrokenThreadTest {
    private final InMemoryRecord record = new InMemoryRecord();

    @Test
    void anErrorInACommandEndsTheCityAndTellsAllWhoWait() {
        var city = open(Probe.none());
        city.pace().pause();
        var before = city.submit(Submission.byOperator(new Raise(1, 5)));
        var culprit = submit(city, new Starve(1));
        var behind = submit(city, new Raise(1, 6));

        city.start();

        assertEnded(city, OutOfMemoryError.class);
        assertClosed(before.toCompletableFuture());
        assertClosed(culprit);
        assertClosed(behind);
        assertClosed(submit(city, new Raise(1, 7)));
        assertThat(record.journal()).hasSize(1);
        city.close();
    }

    /// Its stack is whole again when the error has come up, and the state is loaded anew.
    @Test
    void aCommandThatGoesDeeperThanTheStackIsQuarantinedAndTheCityGoesOn() {
        var city = open(Probe.none());
        city.start();

        assertFailed(submit(city, new Sink(1)), SubmissionFailed.Kind.QUARANTINED);

        assertThat(submit(city, new Raise(1, 6)).join().answer().value()).isEqualTo(6);
        city.close();
        assertThat(record.journal()).hasSize(2);
    }

    @Test
    void aTickThatRunsOutOfMemoryEndsTheCityAtWhatWasCommitted() {
        var city = open(new Exhausted());

        city.start();

        assertEnded(city, OutOfMemoryError.class);
        assertThat(record.head().orElseThrow().tick()).isZero();
        city.close();
    }

    /// Breaks where the thread measures its tick.
    private static final class Exhausted implements Probe {
        @Override
        public void committed(int commands, int events, int rows, long commitNanos) {}

        @Override
        public void phaseRan(String participant, long nanos) {}

        @Override
        public void invariantViolated(String invariant) {}

        @Override
        public void tickRan(long nanos, long lagNanos) {
            throw new OutOfMemoryError("Java heap space");
        }
    }

    private CityEngine open(Probe probe) {
        var ports = new EnginePorts(
                record,
                record,
                record,
                new TextCodec(),
                probe,
                Thread::startVirtualThread,
                InstantSource.system(),
                System::nanoTime);
        var genesis = new Genesis(
                "counters",
                7,
                Genesis.RULES_VERSION,
                Instant.parse("2030-05-06T06:00:00Z"),
                Duration.ofMinutes(5),
                List.of(new Raise(0, 1)));
        var settings = new EngineSettings(1, OptionalLong.empty(), 7);
        return CityEngine.found(ports, settings, genesis, new Assembly(List.of(new Counters())));
    }

    private static CompletableFuture<Receipt<Raised>> submit(CityEngine city, Command<Raised> command) {
        return city.submit(Submission.byOperator(command, Optional.of(command.toString())))
                .toCompletableFuture();
    }

    private static void assertEnded(CityEngine city, Class<? extends Error> reason) {
        assertThatThrownBy(() -> city.ended().toCompletableFuture().join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(reason);
        assertThat(city.vitals().state()).isEqualTo(Vitals.State.STOPPED);
        assertThat(city.vitals().trouble()).get().asString().contains(reason.getSimpleName());
    }

    private static void assertClosed(CompletableFuture<?> answer) {
        assertFailed(answer, SubmissionFailed.Kind.CLOSED);
    }

    private static void assertFailed(CompletableFuture<?> answer, SubmissionFailed.Kind kind) {
        assertThatThrownBy(answer::join)
                .cause()
                .isInstanceOfSatisfying(
                        SubmissionFailed.class, it -> assertThat(it.kind()).isEqualTo(kind));
    }
}
