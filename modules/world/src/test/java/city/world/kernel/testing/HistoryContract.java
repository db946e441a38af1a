package city.world.kernel.testing;

import static city.world.kernel.testing.SmallCities.NEW;
import static city.world.kernel.testing.SmallCities.OLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.world.kernel.EventType.Audience;
import city.world.kernel.access.BelowHorizon;
import city.world.kernel.access.EventFeed.Filter;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.access.Submission;
import city.world.kernel.engine.EndState;
import city.world.kernel.engine.Recovery.Unfit;
import city.world.kernel.history.Copy;
import city.world.kernel.state.Checksum;
import city.world.kernel.state.Table;
import city.world.kernel.testing.SmallCities.Store;
import city.world.kernel.testing.Walkers.SetOff;
import city.world.spi.Keyframe;
import city.world.spi.Keyframe.Cause;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What every record must do with keyframes and with what is removed from the log. A day of these cities has 24 ticks,
/// the first ends with tick 18.
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class HistoryContract {
    private final SmallCities cities = new SmallCities(this::open);
    private final Store store = open(SmallCities.assembly(NEW).tables());

    /// Opens the one record of a test, as a process would that starts anew.
    protected abstract Store open(List<Table> tables);

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aDayLeavesAKeyframeFromWhichAReplayEndsInTheSameState() {
        var end = runTo(44, NEW);

        var keyframes = store.keyframes().list();
        assertThat(keyframes).extracting(it -> it.head().tick()).containsExactly(18L, 42L);
        assertThat(keyframes)
                .allMatch(it -> it.cause() == Cause.DAY && it.head().rulesVersion() == NEW);
        for (var keyframe : keyframes) {
            assertThat(Copy.breach(store.keyframes(), keyframe)).isEmpty();
            assertThat(cities.replay(Optional.of(keyframe), 44, NEW)).isEqualTo(end.stateHash());
        }
        assertThat(cities.replay(Optional.empty(), 44, NEW)).isEqualTo(end.stateHash());
    }

    @Test
    void aNewerProgramWritesAKeyframeAndGoesOnFromThere() {
        var before = runTo(10, OLD);
        long entries = cities.head().nextOrdinal();

        var after = runTo(20, NEW);

        var raised = store.keyframes().list().getFirst();
        assertThat(raised.cause()).isEqualTo(Cause.RULES);
        assertThat(raised.head().tick()).isEqualTo(10);
        assertThat(raised.head().nextOrdinal()).isEqualTo(entries);
        assertThat(cities.head().rulesVersion()).isEqualTo(NEW);
        assertThat(cities.replay(Optional.of(raised), 20, NEW)).isEqualTo(after.stateHash());
        assertThat(cities.replay(Optional.empty(), 10, OLD)).isEqualTo(before.stateHash());
    }

    @Test
    void theSameProgramWritesNoKeyframeAtASecondStart() {
        runTo(10, OLD);
        runTo(12, NEW);

        runTo(14, NEW);

        assertThat(store.keyframes().list()).hasSize(1);
    }

    @Test
    void anOlderProgramIsRefusedAndToldWhichVersionItTakes() {
        runTo(5, NEW);
        var head = cities.head();

        assertThatThrownBy(() -> runTo(6, OLD))
                .isInstanceOf(Unfit.class)
                .hasMessageContaining("rules version 5, and this program by 4");
        assertThat(cities.head().commit()).isEqualTo(head.commit());
    }

    @Test
    void aModuleThatCameLaterBeginsEmptyAndWorks() {
        runTo(10, OLD);

        var end = walk(15);

        assertThat(log(0, Filter.ALL))
                .filteredOn(it -> it.topic().equals("walkers"))
                .hasSize(5);
        var raised = store.keyframes().list().getFirst();
        assertThat(cities.replay(Optional.of(raised), 15, NEW)).isEqualTo(end.stateHash());
    }

    @Test
    void aKeyframeThatBreaksOffBetweenTwoBlocksIsNone() {
        runTo(5, NEW);
        var keyframe = new Keyframe(cities.head(), Cause.DAY, Checksum.ZERO);
        var block = new byte[] {1, 2, 3};

        killedBetweenBlocks(store, keyframe, () -> {
            throw new IllegalStateException("killed");
        });

        assertThat(store.keyframes().list()).isEmpty();
        store.keyframes()
                .add(new Keyframe.Draft(
                        keyframe, () -> List.of(block, block, block).iterator()));
        assertThat(store.keyframes().list()).containsExactly(keyframe);
        var read = new ArrayList<byte[]>();
        store.keyframes().readBlocks(keyframe, read::add);
        assertThat(read).hasSize(3).allSatisfy(it -> assertThat(it).isEqualTo(block));
    }

    @Test
    void whereTheRulesChangedIsKeptForEverAndDaysAreNot() {
        runTo(10, OLD);
        runTo(44, NEW);

        assertThat(store.keyframes().removeDaily(42)).isEqualTo(1);

        assertThat(store.keyframes().list()).extracting(it -> it.head().tick()).containsExactly(10L, 42L);
    }

    @Test
    void whatIsBelowTheHorizonOfItsClassIsRefusedAndAllElseIsThere() {
        runTo(2, NEW);
        walk(12);
        var before = log(0, Filter.ALL);
        var walked = before.stream()
                .filter(it -> it.audience() == Audience.TELEMETRY)
                .toList();
        assertThat(walked).hasSize(10);

        assertThat(store.log().removeTelemetry(6, 2)).isEqualTo(2);
        assertThat(store.log().removeTelemetry(6, 2)).isEqualTo(1);

        long horizon = walked.get(2).sequence();
        assertThat(store.log().horizon(Filter.ALL)).isEqualTo(horizon);
        assertThat(store.log().horizon(Filter.LASTING)).isZero();
        assertThat(store.log().horizon(of("counters"))).isZero();
        assertThatThrownBy(() -> log(horizon - 1, Filter.ALL)).isInstanceOfSatisfying(BelowHorizon.class, it -> {
            assertThat(it.horizon()).isEqualTo(horizon);
            assertThat(it.audience()).isEqualTo(Audience.TELEMETRY);
        });
        assertThatThrownBy(() -> log(0, of("walkers"))).isInstanceOf(BelowHorizon.class);
        assertThat(log(horizon, Filter.ALL))
                .isEqualTo(before.stream().filter(it -> it.sequence() > horizon).toList());
        assertThat(log(0, Filter.LASTING))
                .isEqualTo(before.stream()
                        .filter(it -> it.audience() != Audience.TELEMETRY)
                        .toList());
        assertThat(log(0, of("counters"))).hasSize(log(0, Filter.LASTING).size());
    }

    @Test
    void whatAFollowerHasNotReadIsNotRemoved() {
        runTo(2, NEW);
        walk(12);
        var walked = log(0, of("walkers"));
        store.cursors().follow("slow");
        store.cursors().follow("fast");
        store.cursors().replace("slow", walked.get(3).sequence());
        store.cursors().replace("fast", walked.getLast().sequence());

        assertThat(store.log().removeTelemetry(100, 50)).isEqualTo(4);

        store.cursors().replace("slow", walked.getLast().sequence());
        assertThat(store.log().removeTelemetry(100, 50)).isEqualTo(6);
        assertThat(store.log().removeTelemetry(100, 50)).isZero();
    }

    @Test
    void whoDoesNotFollowAnyMoreKeepsNothingAliveAndReadsOnWithWhatIsKeptForEver() {
        runTo(2, NEW);
        walk(12);
        var walked = log(0, of("walkers"));
        long stale = walked.get(3).sequence();
        store.cursors().replace("stale", stale);

        assertThat(store.log().removeTelemetry(100, 50)).isEqualTo(10);

        assertThat(store.cursors().find("stale")).isEqualTo(stale);
        assertThatThrownBy(() -> log(stale, Filter.ALL)).isInstanceOf(BelowHorizon.class);
        assertThat(log(stale, Filter.LASTING)).isNotEmpty();
    }

    /// As the city's upkeep does it, once a day, in a city that keeps one day.
    @Test
    void telemetryOlderThanItsDaysGoesWhileTheCityRuns() {
        runTo(2, NEW);
        walk(20);

        runTo(70, NEW);

        SmallCities.await(() -> store.log().horizon(Filter.ALL) > 0);
        var left = log(store.log().horizon(Filter.ALL), of("walkers"));
        assertThat(left.getFirst().tick()).isLessThanOrEqualTo(66 - 24);
        assertThat(left.getLast().tick()).isEqualTo(70);
    }

    private static Filter of(String topic) {
        return new Filter(Optional.of(topic), Optional.empty(), Optional.empty(), true);
    }

    private List<LoggedEvent> log(long after, Filter filter) {
        return store.log().read(after, Long.MAX_VALUE, filter, 1_000);
    }

    /// A city of the newer rules that lived until a tick.
    protected final void live(long tick) {
        runTo(tick, NEW);
    }

    protected final void liveByOldRules(long tick) {
        runTo(tick, OLD);
    }

    /// Something ends the process, or its session, when the first of two blocks of a keyframe is written.
    protected static void killedBetweenBlocks(Store store, Keyframe keyframe, Runnable end) {
        var block = new byte[] {1, 2, 3};
        assertThatThrownBy(() -> store.keyframes().add(new Keyframe.Draft(keyframe, () -> new Iterator<>() {
                    private int given;

                    @Override
                    public boolean hasNext() {
                        return given < 2;
                    }

                    @Override
                    public byte[] next() {
                        if (given++ == 1) {
                            end.run();
                        }
                        return block;
                    }
                })))
                .isInstanceOf(RuntimeException.class);
    }

    private EndState runTo(long tick, int rules) {
        return cities.run(tick, rules, Optional.empty());
    }

    /// Goes on with one walker more.
    private EndState walk(long tick) {
        return cities.run(tick, NEW, Optional.of(Submission.byOperator(new SetOff())));
    }
}
