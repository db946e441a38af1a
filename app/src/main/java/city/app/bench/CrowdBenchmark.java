package city.app.bench;

import city.agents.AgentsCommand.Spawn;
import city.agents.Persona;
import city.app.wiring.CityParts;
import city.economy.EconomyCommand.FoundEconomy;
import city.economy.Money;
import city.world.Atlas;
import city.world.Climate;
import city.world.Hours;
import city.world.LocationId;
import city.world.LocationKind;
import city.world.ResidentId;
import city.world.WorldCommand.FoundWorld;
import city.world.kernel.Command;
import city.world.kernel.Genesis;
import city.world.kernel.Shards;
import city.world.kernel.machine.Machine;
import city.world.kernel.machine.Origin;
import city.world.spi.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/// A tick of 3,000 who all live on one square, beside one of the same 3,000 spread over 250 squares, in turns, so that
/// both see the same machine. What a look round costs must not follow the crowd.
record CrowdBenchmark() implements Benchmark {
    private static final int RESIDENTS = 3_000;
    private static final int SQUARES = 250;

    /// A day; the first hours warm up the code.
    private static final int TICKS = 288;

    private static final int WARM_UP_TICKS = 36;

    /// By how much the crowd may cost more.
    private static final double MOST = 2;

    /// They stay with the nearest square, and like to be among people and to give.
    private static final Persona.Traits LOYAL = new Persona.Traits(0, 50, 90, 90, 20, 50);

    @Override
    public String name() {
        return "crowd";
    }

    @Override
    public String about() {
        return "a tick of %d on one square, beside the same spread out".formatted(RESIDENTS);
    }

    @Override
    public List<Figures> run() {
        var crowded = machine(1);
        var spread = machine(SQUARES);
        var crowdedMs = new double[TICKS];
        var spreadMs = new double[TICKS];
        for (int tick = -WARM_UP_TICKS; tick < TICKS; tick++) {
            double one = millis(crowded);
            double other = millis(spread);
            if (tick >= 0) {
                crowdedMs[tick] = one;
                spreadMs[tick] = other;
            }
        }
        double ratio = Arrays.stream(crowdedMs).sum() / Arrays.stream(spreadMs).sum();
        if (ratio > MOST) {
            throw new IllegalStateException(
                    "a crowd costs %.2f times what the same people cost spread out".formatted(ratio));
        }
        var params = Map.<String, Object>of("residents", RESIDENTS, "squares", SQUARES);
        return List.of(
                Figures.of("crowd.one-square", "ms", crowdedMs, params),
                Figures.of("crowd.spread-out", "ms", spreadMs, params),
                Figures.of("crowd.ratio", "times", new double[] {ratio}, params));
    }

    private static double millis(Machine machine) {
        long start = System.nanoTime();
        machine.runTick();
        double millis = (System.nanoTime() - start) / 1e6;
        machine.take();
        machine.stored();
        return millis;
    }

    private static Machine machine(int squares) {
        var parts = CityParts.assemble(Shards.sequential());
        var machine = new Machine(
                Origin.of(genesis(squares), CityParts.CODEC), parts.assembly(), CityParts.CODEC, Probe.none(), () -> 0);
        machine.found("bench");
        machine.take();
        machine.stored();
        return machine;
    }

    /// @param squares on which residents live, the same number on each
    private static Genesis genesis(int squares) {
        var places = new ArrayList<Atlas.Location>();
        places.add(place(SQUARES, LocationKind.STREET));
        IntStream.range(0, SQUARES).forEach(n -> places.add(place(n, LocationKind.SQUARE)));
        var part = new Atlas.Neighborhood(id(2, 0), "Squares", places);
        var atlas = new Atlas(List.of(new Atlas.District(id(3, 0), "Squares", List.of(part))));
        var founding = new ArrayList<Command<?>>();
        founding.add(new FoundWorld(atlas, Climate.DRY));
        founding.add(new FoundEconomy(List.of(), Money.ZERO, List.of()));
        for (int n = 0; n < RESIDENTS; n++) {
            var who = new Persona("Resident " + n, "", LOYAL, List.of());
            var home = Optional.of(new LocationId(id(1, n % squares)));
            // Some have little, so that others give.
            var purse = new Money(n % 10 == 0 ? 10 : 100_000);
            founding.add(new Spawn(Optional.of(new ResidentId(id(4, n))), who, home, Optional.empty(), purse));
        }
        var epoch = Instant.parse("2030-04-01T06:00:00Z");
        return new Genesis("crowd", 1, Genesis.RULES_VERSION, epoch, Duration.ofMinutes(5), founding);
    }

    private static Atlas.Location place(int number, LocationKind kind) {
        return new Atlas.Location(
                new LocationId(id(1, number)),
                "Square " + number,
                kind,
                number % 16 * 100,
                number / 16 * 100,
                RESIDENTS,
                List.of(Hours.ALWAYS));
    }

    private static UUID id(int kind, int number) {
        return new UUID(kind, 0x8000_000000000000L + number);
    }
}
