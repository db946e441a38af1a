package city.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.scenario.ScenarioReader;
import city.app.bench.Growth;
import city.world.kernel.Event;
import city.world.kernel.EventType;
import city.world.kernel.EventType.Audience;
import city.world.kernel.Genesis;
import city.world.kernel.Participant;
import city.world.kernel.Shards;
import city.world.kernel.Turn;
import city.world.kernel.machine.Assembly;
import city.world.kernel.machine.Group;
import city.world.kernel.machine.Machine;
import city.world.kernel.machine.Origin;
import city.world.kernel.state.Changes;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.Table;
import city.world.spi.Codec;
import city.world.spi.Probe;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a tick costs grows with the city and no faster. Counted at three sizes, not timed, so that it holds on any
/// machine; without a database, for which {@link CountsTest} counts again.
class GrowthTest {
    /// The largest first: the code is warm by the time that the smallest is measured, which could only look dearer
    /// than it is without it, and growth slower.
    private static final List<Integer> SIZES = List.of(8_000, 2_000, 200);

    /// From 06:00, when all get up, to ten.
    private static final int TICKS = 48;

    /// A cost that doubles with the city has 1, one that everybody has with everybody has 2.
    private static final double MOST = 1.15;

    private static List<Counts> cities;

    /// What a tick took, on average.
    ///
    /// @param publishes  events that are told outside, each by one message
    /// @param text       characters of all events
    /// @param bytes      that were allocated
    /// @param statements at most, in one tick
    private record Counts(
            int size, double rows, double events, double publishes, double text, double bytes, int statements) {}

    @BeforeAll
    static void runThreeCities() {
        cities = SIZES.stream().map(it -> count(it, town(it), TICKS)).toList();
        cities.forEach(System.out::println);
    }

    @Test
    void rowsGrowNoFasterThanTheCity() {
        assertThat(exponent(cities, Counts::rows)).isLessThanOrEqualTo(MOST);
    }

    /// In a large city there is one event a district and tick where a small one has one a deed; so it is their text
    /// that tells.
    @Test
    void eventsTheirMessagesAndTheirTextGrowNoFasterThanTheCity() {
        assertThat(exponent(cities, Counts::events)).isLessThanOrEqualTo(MOST);
        assertThat(exponent(cities, Counts::publishes)).isLessThanOrEqualTo(MOST);
        assertThat(exponent(cities, Counts::text)).isLessThanOrEqualTo(MOST);
    }

    @Test
    void allocationGrowsNoFasterThanTheCity() {
        assertThat(exponent(cities, Counts::bytes)).isLessThanOrEqualTo(MOST);
    }

    /// One for each table and kind of change; how many that are, {@link CountsTest} limits.
    @Test
    void statementsDoNotGrow() {
        assertThat(exponent(cities, Counts::statements)).isLessThanOrEqualTo(0.1);
    }

    /// Without this one, a counter that always counts the same would look like a city that scales.
    @Test
    void everybodyWithEverybodyIsCaught() {
        var quarrelsome = List.of(160, 40, 10).stream()
                .map(it -> count(it, quarrel(it), 3))
                .toList();

        assertThat(exponent(quarrelsome, Counts::rows)).isBetween(1.9, 2.1);
        assertThat(exponent(quarrelsome, Counts::events)).isBetween(1.9, 2.1);
        assertThat(exponent(quarrelsome, Counts::publishes)).isBetween(1.9, 2.1);
        assertThat(exponent(quarrelsome, Counts::text)).isGreaterThan(1.9);
        assertThat(exponent(quarrelsome, Counts::bytes)).isGreaterThan(1.5);
    }

    /// The steeper of two: over all sizes, and between the two largest, where a square that is still a quarter of the
    /// cost shows.
    private static double exponent(List<Counts> counts, ToDoubleFunction<Counts> figure) {
        double exponent = Math.max(fitted(counts, figure), fitted(counts.subList(0, 2), figure));
        System.out.printf("exponent: %.3f%n", exponent);
        return exponent;
    }

    private static double fitted(List<Counts> counts, ToDoubleFunction<Counts> figure) {
        return Growth.exponent(
                counts.stream().mapToDouble(Counts::size).toArray(),
                counts.stream().mapToDouble(figure).toArray());
    }

    private static Machine town(int residents) {
        var genesis = new ScenarioReader().read("town").genesis(OptionalLong.of(7), OptionalInt.of(residents));
        var parts = CityParts.assemble(Shards.sequential());
        return founded(genesis, parts.assembly(), CityParts.CODEC);
    }

    private static Machine quarrel(int residents) {
        var genesis = new Genesis("quarrel", 1, Genesis.RULES_VERSION, Instant.EPOCH, Duration.ofMinutes(5), List.of());
        return founded(genesis, new Assembly(List.of(new Quarrel(residents)), Genesis.RULES_VERSION), new Words());
    }

    private static Machine founded(Genesis genesis, Assembly assembly, Codec codec) {
        var machine = new Machine(Origin.of(genesis, codec), assembly, codec, Probe.none(), () -> 0);
        machine.found("test");
        settle(machine);
        return machine;
    }

    private static Group settle(Machine machine) {
        var group = machine.take();
        machine.stored();
        machine.publish();
        return group;
    }

    private static Counts count(int size, Machine machine, int ticks) {
        long rows = 0;
        long events = 0;
        long publishes = 0;
        long text = 0;
        long bytes = 0;
        int statements = 0;
        for (int tick = 0; tick < ticks; tick++) {
            long before = allocated();
            machine.runTick();
            var group = settle(machine);
            bytes += allocated() - before;
            rows += group.rows();
            events += group.events().size();
            publishes += group.events().stream()
                    .filter(it -> it.audience() != Audience.INTERNAL)
                    .count();
            text += group.events().stream().mapToInt(it -> it.data().length()).sum();
            statements = Math.max(statements, statements(group));
        }
        double each = ticks;
        return new Counts(size, rows / each, events / each, publishes / each, text / each, bytes / each, statements);
    }

    private static int statements(Group group) {
        return group.changes().stream().mapToInt(GrowthTest::statements).sum();
    }

    private static int statements(Changes changes) {
        return Math.min(1, changes.inserted().length)
                + Math.min(1, changes.updated().length)
                + Math.min(1, changes.deleted().length);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    /// A city that would not scale: everybody has words with everybody, in every tick.
    private static final class Quarrel implements Participant {
        private final Table table = new Table("test", "words");
        private final IntColumn angry = table.ints("angry");
        private final int residents;

        Quarrel(int residents) {
            this.residents = residents;
        }

        @EventType(value = "test.had-words.v1", topic = "test")
        private record HadWords(int one, int other) implements Event {
            @Override
            public UUID subject() {
                return new UUID(one, other);
            }
        }

        @Override
        public String name() {
            return "quarrel";
        }

        @Override
        public List<Table> tables() {
            return List.of(table);
        }

        @Override
        public void phase(Turn turn) {
            for (int one = 0; one < residents; one++) {
                for (int other = 0; other < residents; other++) {
                    int row = one * residents + other;
                    if (!table.exists(row)) {
                        table.add(row);
                    }
                    angry.set(row, (int) turn.tick());
                    turn.raise(new HadWords(one, other));
                }
            }
        }
    }

    /// Writes anything, for nobody to read.
    private static final class Words implements Codec {
        @Override
        public String nameOf(Class<?> type) {
            return type.getSimpleName();
        }

        @Override
        public String write(Object value) {
            return value.toString();
        }

        @Override
        public Object read(String name, String text) {
            throw new Unreadable(name);
        }

        @Override
        public Object readWithout(String list, String name, String text) {
            return read(name, text);
        }
    }
}
