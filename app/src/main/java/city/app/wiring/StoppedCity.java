package city.app.wiring;

import city.adapter.postgres.PostgresAdapter;
import city.app.Failure;
import city.app.look.EventLogAudit;
import city.app.look.KeyframeAudit;
import city.app.look.Rebuild;
import city.app.look.Rebuild.Rebuilt;
import city.world.kernel.Genesis;
import city.world.kernel.Shards;
import city.world.kernel.engine.Recovery;
import city.world.kernel.machine.Assembly;
import city.world.kernel.machine.JournalChain;
import city.world.kernel.machine.Machine;
import city.world.kernel.machine.Origin;
import city.world.kernel.machine.StateHash;
import city.world.kernel.state.Table;
import city.world.spi.CityRecord;
import city.world.spi.Codec;
import city.world.spi.Head;
import city.world.spi.Keyframes;
import city.world.spi.Probe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// A city that nobody runs, nor can while it is looked at here. Nothing is written.
public final class StoppedCity implements AutoCloseable {
    private final Opened opened;
    private final int rules;
    private final CityParts parts;
    private final PostgresAdapter postgres;
    private final Recovery recovery;
    private final Head head;

    /// What a look found at its end.
    ///
    /// @param note what else there is to know, for people
    public record Found(long tick, String stateHash, Optional<String> note) {}

    /// @throws Failure when there is no city, or somebody runs it
    public static StoppedCity open(Path data, Database.Choice choice) {
        return open(data, choice, Genesis.RULES_VERSION);
    }

    /// @param rules of the program that looks
    static StoppedCity open(Path data, Database.Choice choice, int rules) {
        var opened = new Opened();
        try {
            return new StoppedCity(data, choice, rules, opened);
        } catch (CityRecord.RecordTaken e) {
            opened.close();
            throw Failure.couldNotStart("the database is held by " + e.getMessage() + "; stop that city first");
        } catch (PostgresAdapter.CannotOpen e) {
            opened.close();
            throw Failure.couldNotStart("the database " + e.getMessage());
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private StoppedCity(Path data, Database.Choice choice, int rules, Opened opened) {
        this.opened = opened;
        this.rules = rules;
        this.parts = CityParts.assemble(Shards.sequential(), rules);
        var folder = opened.keep(choice.url().isPresent() ? DataFolder.take(data) : DataFolder.takeExisting(data));
        var database = opened.keep(Database.startExisting(folder, choice));
        this.postgres = opened.keep(database.open(parts.assembly().tables()));
        opened.keep(postgres.hold());
        this.recovery = new Recovery(postgres.record(), CityParts.CODEC);
        this.head = postgres.record()
                .head()
                .orElseThrow(() -> Failure.couldNotStart("there is no city in " + database.description()));
    }

    /// Recounts all that must hold.
    ///
    /// @throws Failure with the first breach
    public Found verify() {
        return held(this::recount);
    }

    private Found recount() {
        followGenesis();
        var origin = recovery.readOrigin();
        var breaches =
                new ArrayList<>(new KeyframeAudit(postgres.record(), postgres.keyframes()).breaches(origin, head));
        Recovery.requireRules(head, parts.assembly().rulesVersion());
        var machine = new Machine(origin, parts.assembly(), CityParts.CODEC, Probe.none(), () -> 0);
        recovery.reload(machine, head);
        machine.audit().forEach(it -> breaches.add(it.toString()));
        breaches.addAll(new EventLogAudit(postgres.eventLog(), head).breaches());
        breaches.addAll(postgres.audit());
        if (!breaches.isEmpty()) {
            throw Failure.doesNotHold("%s (%d breaches in all)".formatted(breaches.getFirst(), breaches.size()));
        }
        return new Found(machine.tick(), machine.stateHash(), Optional.empty());
    }

    /// Rebuilds the city from its journal; at its last tick, state and record are compared.
    ///
    /// @param to the tick to stop at, which is begun at the newest keyframe below it
    /// @throws Failure when the journal is broken, or tells another city than the record holds
    public Found replay(OptionalLong to) {
        return held(() -> rebuild(to));
    }

    private Found rebuild(OptionalLong to) {
        var rebuilt = rebuild("--to").run(to, freshAssembly());
        var machine = rebuilt.machine();
        if (rebuilt.toTheEnd()) {
            compareWithRecord(machine);
        }
        return new Found(machine.tick(), machine.stateHash(), rebuilt.note());
    }

    /// As the record says that it is now.
    public Head head() {
        return head;
    }

    public PostgresAdapter postgres() {
        return postgres;
    }

    /// @throws Failure when the journal's beginning is not what was written
    public Origin origin() {
        return held(() -> {
            followGenesis();
            return recovery.readOrigin();
        });
    }

    /// Rebuilds the city at a tick, with what happened in it; at its last tick, state and record are compared.
    ///
    /// @param option by which the tick was asked for, such as `--at`
    /// @throws Failure as {@link #replay} does
    public Rebuilt rebuildAt(long tick, String option) {
        return held(() -> {
            var rebuilt = rebuild(option).through(tick, freshAssembly());
            if (rebuilt.toTheEnd()) {
                compareWithRecord(rebuilt.machine());
            }
            return rebuilt;
        });
    }

    /// All tables as they were at a tick: the record's own at the last, rebuilt ones at any other.
    ///
    /// @param option as for {@link #rebuildAt}
    /// @throws Failure as {@link #replay} does
    public List<Table> tablesAt(long tick, String option) {
        return held(() -> {
            Recovery.requireRules(head, parts.assembly().rulesVersion());
            if (tick == head.tick()) {
                postgres.record().load(parts.assembly().tables());
                return parts.assembly().tables();
            }
            return rebuild(option)
                    .run(OptionalLong.of(tick), freshAssembly())
                    .machine()
                    .tables();
        });
    }

    private Rebuild rebuild(String option) {
        followGenesis();
        return new Rebuild(
                postgres.record(), postgres.keyframes(), head, recovery.readOrigin(), CityParts.CODEC, option);
    }

    private Assembly freshAssembly() {
        return CityParts.assemble(Shards.sequential(), rules).assembly();
    }

    @Override
    public void close() {
        opened.close();
    }

    /// A record that is not what was written is an answer, not a fault of the question.
    private static <T> T held(Supplier<T> question) {
        try {
            return question.get();
        } catch (JournalChain.Broken | Recovery.Unfit | Codec.Unreadable | Keyframes.Damaged e) {
            throw Failure.doesNotHold(e.getMessage());
        }
    }

    /// The genesis is read before the rest of the journal, so its place in the chain is looked at first.
    private void followGenesis() {
        var chain = new JournalChain();
        postgres.record().readJournal(0, 1, chain::follow);
        if (chain.nextOrdinal() == 0) {
            throw new JournalChain.Broken("journal: entry 0 is missing");
        }
    }

    private void compareWithRecord(Machine rebuilt) {
        var recorded = parts.assembly().tables();
        postgres.record().load(recorded);
        var differing = differing(rebuilt.tables(), recorded);
        if (!differing.isEmpty()) {
            throw Failure.doesNotHold(
                    "the journal gives another state than the record holds in " + String.join(", ", differing));
        }
        var recordedHash = StateHash.of(head.genesisDigest(), head.tick(), head.nextSequence(), head.checksum());
        if (!rebuilt.stateHash().equals(recordedHash)) {
            throw Failure.doesNotHold(
                    "the journal gives state %s, and the head says %s".formatted(rebuilt.stateHash(), recordedHash));
        }
    }

    private static List<String> differing(List<Table> rebuilt, List<Table> recorded) {
        var names = new ArrayList<String>();
        for (int i = 0; i < rebuilt.size(); i++) {
            recorded.get(i).drain();
            if (!rebuilt.get(i).checksum().equals(recorded.get(i).checksum())) {
                names.add(rebuilt.get(i).name());
            }
        }
        return names;
    }
}
