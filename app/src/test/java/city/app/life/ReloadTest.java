package city.app.life;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.scenario.ScenarioReader;
import city.app.wiring.CityParts;
import city.world.kernel.Shards;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.history.Copy;
import city.world.kernel.machine.Machine;
import city.world.kernel.machine.Origin;
import city.world.spi.Keyframe;
import city.world.spi.Keyframe.Cause;
import city.world.spi.Keyframe.Draft;
import city.world.spi.Keyframes;
import city.world.spi.Probe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// All that can influence the future is in the tables: a city whose indexes are built anew from them, as at a start,
/// goes on as one that was never stopped. Each of these is built anew once and then lives on, for what an index got
/// wrong may matter only the day after, and another start would mend it.
class ReloadTest {
    private static final int TICKS = 8 * 288;

    /// Less than a festival lasts, so that one falls into everything that happens in the week.
    private static final int BETWEEN_STARTS = 59;

    private static final int LIVES_ON = 2 * 288;

    private static final Origin ORIGIN =
            Origin.of(new ScenarioReader().read("default").genesis(), CityParts.CODEC);

    private final Map<Integer, List<String>> calm = new HashMap<>();
    private final Map<Integer, Draft> stops = new TreeMap<>();

    @Test
    void aCityThatIsBuiltAnewFromItsTablesGoesOnAsIfNothingHadHappened() {
        liveCalmly();

        stops.forEach((stop, draft) -> {
            var again = new Life(draft);
            for (int tick = stop + 1; tick <= Math.min(TICKS, stop + LIVES_ON); tick++) {
                again.run();
                assertThat(again.sums())
                        .as("tables at tick %d of a city that started at tick %d", tick, stop)
                        .isEqualTo(calm.get(tick));
            }
        });
    }

    private void liveCalmly() {
        var life = new Life();
        for (int tick = 1; tick <= TICKS; tick++) {
            life.run();
            calm.put(tick, life.sums());
            if (tick % BETWEEN_STARTS == 0) {
                stops.put(tick, life.draft());
            }
        }
    }

    /// A city in memory, and what its bus had still to deliver.
    private static final class Life {
        private final CityParts parts = CityParts.assemble(Shards.sequential());
        private final Machine machine = new Machine(ORIGIN, parts.assembly(), CityParts.CODEC, Probe.none(), () -> 0);
        private final List<LoggedEvent> waiting = new ArrayList<>();

        Life() {
            machine.found("operator");
            store();
        }

        /// The city of a copy.
        private Life(Draft draft) {
            Copy.restore(new Written(draft), draft.keyframe(), machine, CityParts.CODEC);
            machine.take();
            machine.stored();
        }

        void run() {
            machine.runTick();
            store();
        }

        Draft draft() {
            var head = machine.head(1, 1, 1);
            return Copy.draft(Cause.DAY, head, parts.assembly(), machine.publish(), waiting);
        }

        List<String> sums() {
            return parts.assembly().tables().stream()
                    .map(it -> it.name() + " " + it.checksum())
                    .toList();
        }

        private void store() {
            waiting.addAll(machine.take().events());
            waiting.removeIf(it -> it.sequence() <= machine.delivered());
            machine.stored();
        }
    }

    /// One keyframe, kept as it was drafted.
    private record Written(Draft draft) implements Keyframes {
        @Override
        public void add(Draft draft) {
            throw new UnsupportedOperationException("one is enough");
        }

        @Override
        public List<Keyframe> list() {
            return List.of(draft.keyframe());
        }

        @Override
        public void readBlocks(Keyframe keyframe, Consumer<byte[]> reader) {
            draft.blocks().forEach(reader);
        }

        @Override
        public int removeDaily(long beforeTick) {
            return 0;
        }
    }
}
