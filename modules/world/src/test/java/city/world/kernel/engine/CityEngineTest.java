package city.world.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.world.kernel.Command;
import city.world.kernel.Genesis;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.Receipt;
import city.world.kernel.access.Submission;
import city.world.kernel.access.SubmissionFailed;
import city.world.kernel.access.SubmissionFailed.Kind;
import city.world.kernel.access.Vitals;
import city.world.kernel.machine.Assembly;
import city.world.kernel.machine.JournalChain;
import city.world.kernel.machine.Machine;
import city.world.kernel.machine.Origin;
import city.world.kernel.machine.Replay;
import city.world.kernel.testing.Counters;
import city.world.kernel.testing.Counters.Break;
import city.world.kernel.testing.Counters.Raise;
import city.world.kernel.testing.Counters.Raised;
import city.world.kernel.testing.InMemoryRecord;
import city.world.kernel.testing.TextCodec;
import city.world.spi.JournalEntry;
import city.world.spi.Probe;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CityEngineTest {
    private static final TextCodec CODEC = new TextCodec();

    private final InMemoryRecord record = new InMemoryRecord();

    @Test
    void theSameSeedGivesTheSameCityAndAnotherSeedAnother() {
        var one = runTo(200, 7, new InMemoryRecord());
        var two = runTo(200, 7, new InMemoryRecord());
        var other = runTo(200, 8, new InMemoryRecord());

        assertThat(one).isEqualTo(two);
        assertThat(other.stateHash()).isNotEqualTo(one.stateHash());
        assertThat(one.tick()).isEqualTo(200);
    }

    @Test
    void aCityThatIsStoppedAndResumedAtEveryTickIsTheUndisturbedOne() {
        var undisturbed = runTo(40, 7, new InMemoryRecord());

        for (int tick = 1; tick <= 40; tick++) {
            runTo(tick, 7, record);
        }

        assertThat(runTo(40, 7, record)).isEqualTo(undisturbed);
        assertThat(record.head().orElseThrow().owner()).isEqualTo(41);
    }

    @Test
    void aReplayOfTheJournalIsTheCity() {
        var city = open(7, paused());
        answer(city, new Raise(1, 5));
        city.pace().step(10);
        awaitTick(city, 10);
        answer(city, new Raise(3, 9));
        city.close();
        var end = ended(city);

        assertThat(replay(record, 10).stateHash()).isEqualTo(end.stateHash());
    }

    @Test
    void anEntryOfTheJournalThatWasChangedIsFoundByAReplayAndTheLastAtAStart() {
        var city = open(7, paused());
        answer(city, new Raise(1, 5));
        city.close();
        var entry = record.journal().get(1);
        record.tamper(1, new JournalEntry(1, entry.tick(), entry.actor(), entry.type(), "1 6", entry.chain()));

        assertThatThrownBy(() -> replay(record, 0))
                .isInstanceOf(JournalChain.Broken.class)
                .hasMessageContaining("entry 1 is not what was written");
        record.tamper(1, new JournalEntry(1, entry.tick(), entry.actor(), entry.type(), entry.payload(), "another"));
        assertThatThrownBy(() -> open(7, paused()))
                .isInstanceOf(Recovery.Unfit.class)
                .hasMessageContaining("journal and head differ: entry 1 is another");
    }

    @Test
    void anAnswerComesAfterItsCommitAndTheSnapshotShowsIt() {
        var counters = new Counters();
        var city = open(7, paused(), counters);

        var receipt = answer(city, new Raise(2, 5));

        assertThat(receipt.answer().value()).isEqualTo(5);
        assertThat(city.snapshot().sequence()).isGreaterThanOrEqualTo(receipt.sequence());
        assertThat(city.snapshotOfTick().sequence()).as("no tick since").isLessThan(receipt.sequence());
        assertThat(city.snapshot().of(counters.table()).get(counters.valueColumn(), 2))
                .isEqualTo(5);
        assertThat(record.journal()).hasSize(2);
        city.close();
    }

    @Test
    void aRepeatUnderTheSameKeyGetsTheFirstAnswerAndIsNotJournaled() {
        var city = open(7, paused());

        var first = join(city, keyed(new Raise(1, 5), "k"));
        var again = join(city, keyed(new Raise(1, 5), "k"));

        assertThat(again.answer()).isEqualTo(first.answer());
        assertThat(again.sequence()).isEqualTo(first.sequence());
        assertThat(again.repeated()).isTrue();
        assertThat(record.journal()).hasSize(2);
        city.close();
    }

    @Test
    void anAnswerUnderAKeyOutlivesTheProcess() {
        var city = open(7, paused());
        var first = join(city, keyed(new Raise(1, 5), "k"));
        city.close();

        var resumed = open(7, paused());
        var again = join(resumed, keyed(new Raise(1, 5), "k"));

        assertThat(again.answer()).isEqualTo(first.answer());
        assertThat(again.repeated()).isTrue();
        resumed.close();
    }

    @Test
    void anotherRequestUnderAUsedKeyIsRefused() {
        var city = open(7, paused());
        join(city, keyed(new Raise(1, 5), "k"));

        assertFails(city, keyed(new Raise(1, 6), "k"), Kind.KEY_REUSED);

        city.close();
    }

    @Test
    void aCommandThatBreaksARuleIsUndoneAndQuarantinedAndTheCityGoesOn() {
        var counters = new Counters();
        var city = open(7, paused(), counters);
        answer(city, new Raise(1, 5));

        assertFails(city, keyed(new Break(1), "b"), Kind.QUARANTINED);
        assertFails(city, keyed(new Break(1), "c"), Kind.QUARANTINED);

        assertThat(answer(city, new Raise(1, 1)).answer().value()).isEqualTo(6);
        city.close();
        assertThat(replay(record, 0).stateHash()).isEqualTo(ended(city).stateHash());
    }

    @Test
    void theSequenceHasNoHoleAndPublicEventsNameTheOneBefore() {
        runTo(100, 7, record);
        var events = record.events();

        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).sequence()).isEqualTo(i + 1L);
            assertThat(events.get(i).previousSequence()).isEqualTo(i);
        }
        assertThat(events).hasSizeGreaterThan(50);
    }

    @Test
    void aFollowerReadsFromMemoryAndFromTheRecordTheSameEvents() {
        runTo(50, 7, record);
        var city = open(7, paused());
        city.pace().step(50);
        awaitTick(city, 100);

        var all = city.events().read(0, EventFeed.Filter.ALL, 1000);

        assertThat(all.events()).isEqualTo(record.events());
        assertThat(all.scannedTo()).isEqualTo(city.events().lastSequence());
        city.close();
    }

    @Test
    void aRecordThatBreaksHaltsTheCityAtWhatWasCommitted() {
        var city = open(7, paused());
        record.failAtCommit(1);

        assertFails(city, keyed(new Raise(1, 5), "k"), Kind.CLOSED);

        assertThat(ended(city).trouble()).isPresent();
        assertThat(city.vitals().state()).isEqualTo(Vitals.State.HALTED);
        assertThat(record.journal()).hasSize(1);
        assertFails(city, keyed(new Raise(1, 5), "k"), Kind.CLOSED);
    }

    @Test
    void aStaleCityCannotWriteAfterAnotherTookTheRecord() {
        var stale = open(7, paused());
        var successor = open(7, paused());
        answer(successor, new Raise(1, 1));

        assertFails(stale, keyed(new Raise(1, 5), "k"), Kind.CLOSED);

        assertThat(stale.vitals().state()).isEqualTo(Vitals.State.HALTED);
        successor.close();
    }

    private EndState runTo(long tick, long seed, InMemoryRecord into) {
        var fast = new EngineSettings(Double.POSITIVE_INFINITY, OptionalLong.of(tick), 7);
        return ended(open(seed, fast, new Counters(), into));
    }

    private CityEngine open(long seed, EngineSettings settings) {
        return open(seed, settings, new Counters(), record);
    }

    private CityEngine open(long seed, EngineSettings settings, Counters counters) {
        return open(seed, settings, counters, record);
    }

    private static CityEngine open(long seed, EngineSettings settings, Counters counters, InMemoryRecord into) {
        var ports = new EnginePorts(
                into,
                into,
                into,
                CODEC,
                Probe.none(),
                Thread::startVirtualThread,
                InstantSource.system(),
                System::nanoTime);
        var head = into.claim();
        var recovery = new Recovery(into, CODEC);
        var city = head.isPresent()
                ? CityEngine.resume(ports, settings, head.get(), recovery::readOrigin, new Assembly(List.of(counters)))
                : CityEngine.found(ports, settings, genesis(seed), new Assembly(List.of(counters)));
        if (settings.stopAtTick().isEmpty()) {
            city.pace().pause();
        }
        city.start();
        return city;
    }

    private static Genesis genesis(long seed) {
        List<Command<?>> founding = List.of(new Raise(0, 1), new Raise(1, 0), new Raise(5, 3));
        var epoch = Instant.parse("2030-05-06T06:00:00Z");
        return new Genesis("counters", seed, Genesis.RULES_VERSION, epoch, Duration.ofMinutes(5), founding);
    }

    private static Machine replay(InMemoryRecord from, long toTick) {
        var origin = new Recovery(from, CODEC).readOrigin();
        var machine = new Machine(origin, new Assembly(List.of(new Counters())), CODEC, Probe.none(), System::nanoTime);
        var replay = new Replay(machine, toTick, Long.MAX_VALUE);
        replay.run(from);
        replay.compareTip(from.head().orElseThrow());
        assertThat(Origin.of(origin.genesis(), CODEC).digest()).isEqualTo(origin.digest());
        return machine;
    }

    private static EngineSettings paused() {
        return new EngineSettings(1, OptionalLong.empty(), 7);
    }

    private static Submission<Raised> keyed(Command<Raised> command, String key) {
        return Submission.byOperator(command, Optional.of(key));
    }

    private static Receipt<Raised> answer(CityEngine city, Command<Raised> command) {
        return join(city, Submission.byOperator(command));
    }

    private static Receipt<Raised> join(CityEngine city, Submission<Raised> submission) {
        return city.submit(submission).toCompletableFuture().join();
    }

    private static void assertFails(CityEngine city, Submission<Raised> submission, Kind kind) {
        assertThatThrownBy(() -> join(city, submission))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        SubmissionFailed.class, it -> assertThat(it.kind()).isEqualTo(kind));
    }

    private static EndState ended(CityEngine city) {
        return city.ended().toCompletableFuture().join();
    }

    private static void awaitTick(CityEngine city, long tick) {
        while (city.snapshotOfTick().tick() < tick) {
            Thread.onSpinWait();
        }
    }
}
