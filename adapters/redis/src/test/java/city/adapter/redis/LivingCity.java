package city.adapter.redis;

import city.adapter.codec.JsonCodec;
import city.adapter.scenario.ScenarioReader;
import city.agents.ActionResult;
import city.agents.AgentsCommand;
import city.agents.AgentsEvent;
import city.agents.AgentsReads;
import city.agents.application.AgentsModule;
import city.economy.EconomyCommand;
import city.economy.EconomyEvent;
import city.economy.EconomyReads;
import city.economy.Money;
import city.economy.TransferResult;
import city.economy.application.EconomyModule;
import city.social.SocialCommand;
import city.social.SocialEvent;
import city.social.SocialReads;
import city.social.application.SocialModule;
import city.world.WorldCommand;
import city.world.WorldEvent;
import city.world.WorldReads;
import city.world.application.WorldModule;
import city.world.kernel.Command;
import city.world.kernel.Genesis;
import city.world.kernel.Shards;
import city.world.kernel.access.Kernel;
import city.world.kernel.access.Submission;
import city.world.kernel.engine.CityEngine;
import city.world.kernel.engine.EnginePorts;
import city.world.kernel.engine.EngineSettings;
import city.world.kernel.machine.Assembly;
import city.world.kernel.testing.InMemoryRecord;
import city.world.spi.Codec;
import city.world.spi.Probe;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A real city with all of its modules and its thread, on a record in memory. Its clock stands until it is stepped.
public final class LivingCity implements AutoCloseable {
    public static final Codec CODEC = JsonCodec.builder()
            .families(List.of(
                    Genesis.class,
                    Genesis.Founded.class,
                    WorldCommand.class,
                    WorldCommand.Founded.class,
                    WorldCommand.LocationResult.class,
                    WorldCommand.AlmanacKept.class,
                    WorldCommand.EventResult.class,
                    WorldEvent.class,
                    EconomyCommand.class,
                    EconomyCommand.Founded.class,
                    TransferResult.class,
                    EconomyEvent.class,
                    SocialCommand.class,
                    SocialCommand.SocialResult.class,
                    SocialEvent.class,
                    AgentsCommand.class,
                    AgentsCommand.SpawnResult.class,
                    AgentsCommand.MigrationSet.class,
                    AgentsCommand.ResidentResult.class,
                    ActionResult.class,
                    AgentsEvent.class))
            .scalar(Money.class, Money::toString, Money::parse)
            .build();

    private static final int MAX_STEP = 1_000;

    private final FakeCursors cursors = new FakeCursors();
    private final WorldReads world;
    private final EconomyReads economy;
    private final SocialReads social;
    private final AgentsReads agents;
    private final CityEngine engine;

    private LivingCity(String scenario, OptionalInt residents) {
        var worldModule = WorldModule.assemble();
        var economyModule = EconomyModule.assemble(worldModule.world(), worldModule.almanac());
        var socialModule = SocialModule.assemble(worldModule.world(), worldModule.reads());
        var agentsModule = AgentsModule.assemble(
                worldModule.world(),
                worldModule.reads(),
                worldModule.almanac(),
                economyModule.economy(),
                economyModule.reads(),
                socialModule.social(),
                socialModule.reads(),
                Shards.sequential());
        this.world = worldModule.reads();
        this.economy = economyModule.reads();
        this.social = socialModule.reads();
        this.agents = agentsModule.reads();
        var record = new InMemoryRecord();
        var ports = new EnginePorts(
                record, record, record, CODEC, Probe.none(), Runnable::run, InstantSource.system(), System::nanoTime);
        var genesis = new ScenarioReader().read(scenario).genesis(OptionalLong.empty(), residents);
        this.engine = CityEngine.found(
                ports,
                new EngineSettings(Double.POSITIVE_INFINITY, OptionalLong.empty(), EngineSettings.TELEMETRY_DAYS),
                genesis,
                new Assembly(List.of(
                        worldModule.participant(),
                        economyModule.participant(),
                        socialModule.participant(),
                        agentsModule.participant())));
        engine.pace().pause();
        engine.start();
    }

    public static LivingCity village() {
        return new LivingCity("village", OptionalInt.empty());
    }

    /// Above a thousand residents moves and deeds are told by district.
    public static LivingCity town(int residents) {
        return new LivingCity("town", OptionalInt.of(residents));
    }

    public RedisPorts ports() {
        return new RedisPorts(engine, world, economy, social, agents, cursors, CODEC);
    }

    public Kernel kernel() {
        return engine;
    }

    public FakeCursors cursors() {
        return cursors;
    }

    public AgentsReads agents() {
        return agents;
    }

    /// Returns when the ticks are run.
    public void run(int ticks) throws Exception {
        long target = engine.snapshot().tick() + ticks;
        for (int left = ticks; left > 0; left -= MAX_STEP) {
            engine.pace().step(Math.min(left, MAX_STEP));
            long next = target - Math.max(0, left - MAX_STEP);
            Await.until(() -> engine.snapshot().tick() >= next);
        }
    }

    public <R> R order(Command<R> command) {
        return engine.submit(Submission.byOperator(command))
                .toCompletableFuture()
                .join()
                .answer();
    }

    @Override
    public void close() {
        engine.stop();
        engine.close();
    }
}
