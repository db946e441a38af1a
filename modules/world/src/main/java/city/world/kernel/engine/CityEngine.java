package city.world.kernel.engine;

import city.world.kernel.Genesis;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.Kernel;
import city.world.kernel.access.Pace;
import city.world.kernel.access.Receipt;
import city.world.kernel.access.Submission;
import city.world.kernel.access.Vitals;
import city.world.kernel.history.Upkeep;
import city.world.kernel.machine.Assembly;
import city.world.kernel.machine.Machine;
import city.world.kernel.machine.Origin;
import city.world.kernel.state.Snapshot;
import city.world.spi.CityRecord;
import city.world.spi.Head;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A city on its thread, as `app` opens, starts and closes it.
public final class CityEngine implements Kernel, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CityEngine.class);

    private final Machine machine;
    private final Inbox inbox;
    private final Metronome metronome;
    private final EventRing ring;
    private final Committer committer;
    private final Upkeep upkeep;
    private final CityThread city;
    private final Thread thread;

    private CityEngine(
            EnginePorts ports, EngineSettings settings, Assembly assembly, Machine machine, Optional<Head> written) {
        var answers = new AnswerBook(ports.record(), ports.wall());
        this.machine = machine;
        this.inbox = new Inbox(answers, ports.codec());
        this.metronome = new Metronome(settings.ticksPerSecond(), ports.nanos());
        this.ring = new EventRing(
                ports.log(), written.map(it -> it.nextSequence() - 1).orElse(0L));
        this.upkeep = new Upkeep(
                ports.keyframes(), ports.log(), assembly, machine.origin().clock(), settings.telemetryDays());
        this.committer = new Committer(ports, machine, written, inbox, answers, ring, upkeep);
        var recovery = new Recovery(ports.record(), ports.codec());
        this.city = new CityThread(ports, settings, machine, inbox, metronome, committer, recovery);
        this.thread = Thread.ofPlatform().name("city").unstarted(city::run);
    }

    /// Goes on with the city in the record. One that lived by older rules lives by the assembly's from here on,
    /// which is durable when this returns.
    ///
    /// @param head as claimed
    /// @param origin as {@link Recovery#readFounded} gives it; asked for once the tables are loaded, and may be
    /// read meanwhile
    /// @throws Recovery.Unfit when the record is not what it should be
    public static CityEngine resume(
            EnginePorts ports, EngineSettings settings, Head head, Supplier<Origin> origin, Assembly assembly) {
        Recovery.requireKnownRules(head, assembly.rulesVersion());
        boolean raised = head.rulesVersion() < assembly.rulesVersion();
        var recovery = new Recovery(ports.record(), ports.codec());
        if (raised) {
            recovery.loadRaised(assembly.tables(), head);
        } else {
            recovery.load(assembly.tables(), head);
        }
        var machine = new Machine(origin.get(), assembly, ports.codec(), ports.probe(), ports.nanos());
        recovery.resume(machine, head);
        var engine = new CityEngine(ports, settings, assembly, machine, Optional.of(head));
        if (raised) {
            LOG.info(
                    "the city lived by rules version {} and goes on by {} from tick {}",
                    head.rulesVersion(),
                    assembly.rulesVersion(),
                    head.tick());
            engine.committer.raiseRules(assembly, recovery.undelivered(machine, head));
        }
        return engine;
    }

    /// Founds a city in an empty record, durable when this returns.
    public static CityEngine found(EnginePorts ports, EngineSettings settings, Genesis genesis, Assembly assembly) {
        var origin = Origin.of(genesis, ports.codec());
        var machine = new Machine(origin, assembly, ports.codec(), ports.probe(), ports.nanos());
        machine.found(CityRecord.FOUNDER);
        var engine = new CityEngine(ports, settings, assembly, machine, Optional.empty());
        machine.check().ifPresent(breach -> {
            throw new IllegalStateException("the scenario breaks an invariant: " + breach);
        });
        engine.committer.commit(machine.take());
        return engine;
    }

    /// Lets time run. Again does nothing. For one thread.
    public void start() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    @Override
    public <R> CompletionStage<Receipt<R>> submit(Submission<R> submission) {
        return inbox.submit(submission);
    }

    @Override
    public Snapshot snapshot() {
        return committer.snapshot();
    }

    @Override
    public Snapshot snapshotOfTick() {
        return committer.snapshotOfTick();
    }

    @Override
    public Genesis genesis() {
        return machine.origin().genesis();
    }

    @Override
    public int generation() {
        return committer.head().generation();
    }

    @Override
    public EventFeed events() {
        return ring;
    }

    @Override
    public Pace pace() {
        return metronome;
    }

    @Override
    public Vitals vitals() {
        return city.vitals();
    }

    /// Completes when the city has stopped or halted; with an error when the machine under its thread broke.
    public CompletionStage<EndState> ended() {
        return city.ended();
    }

    /// Lets the city end after the group in hand; one that waits for its record is interrupted instead.
    public void stop() {
        city.stop();
        if (vitals().state() == Vitals.State.WAITING_FOR_RECORD) {
            thread.interrupt();
        }
    }

    /// Stops and waits until it has ended, if it was ever started.
    public void end() {
        stop();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end();
        upkeep.close();
    }
}
