package city.app.wiring;

import city.adapter.postgres.PostgresAdapter;
import city.app.Failure;
import city.app.look.RecordedPast;
import city.world.kernel.Genesis;
import city.world.kernel.Shards;
import city.world.kernel.access.Kernel;
import city.world.kernel.access.Past;
import city.world.kernel.engine.CityEngine;
import city.world.kernel.engine.EndState;
import city.world.kernel.engine.EnginePorts;
import city.world.kernel.engine.EngineSettings;
import city.world.kernel.engine.PooledShards;
import city.world.kernel.engine.Recovery;
import city.world.kernel.machine.Origin;
import city.world.spi.CityRecord;
import city.world.spi.Probe;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;

/// A city with all that it stands on, from the data folder up to its doors. What was opened last closes first.
public final class RunningCity implements AutoCloseable {
    private final Opened opened;
    private final CityEngine engine;
    private final CityParts parts;
    private final PostgresAdapter postgres;
    private final Database database;

    /// Founds the city or goes on with it. Nothing is left behind when this fails.
    ///
    /// @throws Failure with what to do, when it cannot be
    public static RunningCity open(RunSettings settings, DataFolder folder, Probe probe) {
        return open(settings, folder, new Foundation(folder, settings.founding()), probe);
    }

    /// @param foundation of these settings, which may have looked at the scenario already
    static RunningCity open(RunSettings settings, DataFolder folder, Foundation foundation, Probe probe) {
        return open(settings, folder, foundation, probe, Genesis.RULES_VERSION);
    }

    /// @param rules by which this program's cities live
    static RunningCity open(RunSettings settings, DataFolder folder, Foundation foundation, Probe probe, int rules) {
        var opened = new Opened();
        try {
            return new RunningCity(settings, folder, foundation, probe, rules, opened);
        } catch (CityRecord.RecordTaken e) {
            opened.close();
            throw Failure.couldNotStart("the database is held by " + e.getMessage() + "; stop that city first");
        } catch (Recovery.Unfit e) {
            opened.close();
            throw Failure.couldNotStart(e.getMessage());
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private RunningCity(
            RunSettings settings, DataFolder folder, Foundation foundation, Probe probe, int rules, Opened opened) {
        var shards = opened.keep(new PooledShards(settings.threads()));
        var callbacks = opened.keep(Executors.newVirtualThreadPerTaskExecutor());
        this.parts = CityParts.assemble(shards, rules);
        this.database = opened.keep(Database.start(folder, settings.database()));
        this.postgres = opened.keep(database.open(parts.assembly().tables()));
        var ports = new EnginePorts(
                postgres.record(),
                postgres.eventLog(),
                postgres.keyframes(),
                CityParts.CODEC,
                probe,
                callbacks,
                InstantSource.system(),
                System::nanoTime);
        this.engine = opened.keep(engine(settings, foundation, ports));
        this.opened = opened;
    }

    public Kernel kernel() {
        return engine;
    }

    public CityParts parts() {
        return parts;
    }

    public PostgresAdapter postgres() {
        return postgres;
    }

    /// Its earlier ticks, lived again by the rules of this program.
    Past past() {
        return new RecordedPast(
                postgres.record(),
                postgres.keyframes(),
                CityParts.CODEC,
                () -> CityParts.assemble(Shards.sequential(), parts.assembly().rulesVersion())
                        .assembly(),
                parts.assembly().tables());
    }

    /// For people: what holds the city.
    public String database() {
        return database.description();
    }

    /// Lets time run. Again does nothing.
    public CompletionStage<EndState> start() {
        engine.start();
        return engine.ended();
    }

    /// Lets the city end after the group in hand; does not wait.
    public void stop() {
        engine.stop();
    }

    /// Lets the city end, and waits until it has: whoever follows it may be closed then.
    void end() {
        engine.end();
    }

    @Override
    public void close() {
        opened.close();
    }

    private CityEngine engine(RunSettings settings, Foundation foundation, EnginePorts ports) {
        var pace = new EngineSettings(settings.ticksPerSecond(), settings.stopAtTick(), settings.telemetryDays());
        var head = ports.record().claim();
        if (head.isEmpty()) {
            var genesis = foundation.genesis().under(parts.assembly().rulesVersion());
            return CityEngine.found(ports, pace, genesis, parts.assembly());
        }
        var origin = CompletableFuture.supplyAsync(
                () -> new Recovery(ports.record(), ports.codec()).readFounded(), ports.callbacks());
        return CityEngine.resume(ports, pace, head.get(), () -> fitting(origin, foundation), parts.assembly());
    }

    /// The genesis of a large city is as large, and takes its time to read, which passes while the tables are loaded.
    private Origin fitting(CompletableFuture<Origin> reading, Foundation foundation) {
        try {
            var origin = reading.join();
            foundation.requireSame(origin, database());
            return origin;
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }
}
