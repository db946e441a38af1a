package city.world.kernel.machine;

import city.world.kernel.Command;
import city.world.kernel.Event;
import city.world.kernel.Participant;
import city.world.kernel.Participant.Breach;
import city.world.kernel.machine.Moment.Kind;
import city.world.kernel.state.Changes;
import city.world.kernel.state.Checksum;
import city.world.kernel.state.Snapshot;
import city.world.kernel.state.Table;
import city.world.kernel.state.TableView;
import city.world.spi.Codec;
import city.world.spi.Head;
import city.world.spi.JournalEntry;
import city.world.spi.Probe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// A city without a thread: commands and ticks go in, state and facts come out, the same for the same journal on every
/// machine. Not thread-safe; the city thread or a replay owns it.
public final class Machine {
    private Origin origin;
    private final List<Participant> participants;
    private final Codec codec;
    private final Probe probe;
    private final LongSupplier nanos;
    private final Bus bus;
    private final EventWriter events;
    private final JournalChain chain = new JournalChain();
    private final List<Table> tables;
    private final int rulesVersion;
    private final Map<Class<?>, Participant> handlers = new HashMap<>();
    private List<JournalEntry> journal = new ArrayList<>();
    private long tick;

    /// @param assembly fresh, or one whose machine is let go
    /// @param nanos    measures phases for the probe; nothing else may depend on it
    public Machine(Origin origin, Assembly assembly, Codec codec, Probe probe, LongSupplier nanos) {
        this.origin = origin;
        this.participants = assembly.participants();
        this.tables = assembly.tables();
        this.rulesVersion = assembly.rulesVersion();
        this.codec = codec;
        this.probe = probe;
        this.nanos = nanos;
        this.bus = new Bus(assembly);
        this.events = new EventWriter(assembly, origin.founded(), codec, bus);
    }

    /// All declared tables, in order.
    public List<Table> tables() {
        return tables;
    }

    /// Once the city is founded, without what it was founded with.
    public Origin origin() {
        return origin;
    }

    public long tick() {
        return tick;
    }

    public long nextSequence() {
        return events.nextSequence();
    }

    public long nextOrdinal() {
        return chain.nextOrdinal();
    }

    /// Makes the city from its genesis, as journal entry 0.
    ///
    /// @throws IllegalArgumentException when the genesis is of other rules than the participants
    public void found(String actor) {
        if (origin.genesis().rulesVersion() != rulesVersion) {
            throw new IllegalArgumentException("genesis must be of rules version %d: %d"
                    .formatted(rulesVersion, origin.genesis().rulesVersion()));
        }
        participants.forEach(it -> it.loaded(origin.clock(), 0));
        journal.add(chain.append(0, actor, codec.nameOf(origin.genesis().getClass()), origin.payload()));
        bus.found();
        long number = 0;
        for (var command : origin.genesis().founding()) {
            var moment = Kind.FOUNDING.at(number++, 0, origin, events);
            handlerOf(command).handle(command, moment);
        }
        origin = origin.founded();
    }

    /// Goes on from tables that were loaded.
    ///
    /// @param undelivered the facts after {@link #delivered}, in order
    public void resume(Head head, List<Event> undelivered) {
        tick = head.tick();
        origin = origin.founded();
        chain.resume(head);
        events.resume(head.nextSequence());
        journal = new ArrayList<>();
        participants.forEach(it -> it.loaded(origin.clock(), tick));
        bus.resume(undelivered);
    }

    /// The last sequence that the bus delivered, once the tables are loaded.
    public long delivered() {
        return bus.delivered();
    }

    /// Journals a command and applies it.
    public Object admit(String actor, String type, String payload, Command<?> command) {
        var handler = handlerOf(command);
        var entry = chain.append(tick, actor, type, payload);
        journal.add(entry);
        return apply(entry, handler, command);
    }

    /// Applies a journal entry that was read. The machine must be at the entry's tick.
    ///
    /// @throws JournalChain.Broken when it is not the one that comes next
    public Object follow(JournalEntry entry) {
        chain.follow(entry);
        if (entry.tick() != tick) {
            throw new JournalChain.Broken(
                    "journal: entry %d belongs to tick %d, not %d".formatted(entry.ordinal(), entry.tick(), tick));
        }
        var command = (Command<?>) codec.read(entry.type(), entry.payload());
        return apply(entry, handlerOf(command), command);
    }

    /// Runs the next tick: what waits on the bus and then each participant's phase, in order. What the last phase
    /// raises waits for the tick after.
    public void runTick() {
        tick++;
        var moment = Kind.TICK.at(tick, tick, origin, events);
        for (var participant : participants) {
            long start = nanos.getAsLong();
            bus.deliver(moment, events);
            participant.phase(moment);
            probe.phaseRan(participant.name(), nanos.getAsLong() - start);
        }
    }

    /// The first invariant that does not hold.
    public Optional<Breach> check() {
        return participants.stream().flatMap(it -> it.check().stream()).findFirst();
    }

    /// Recounts everything.
    public List<Breach> audit() {
        return participants.stream().flatMap(it -> it.audit().stream()).toList();
    }

    /// Takes all that happened since the last time. The changes stay marked until {@link #stored}.
    public Group take() {
        var written = events.take();
        var entries = journal;
        journal = new ArrayList<>();
        return new Group(entries, written.events(), written.facts(), drain());
    }

    /// Lets go of entries and events since the last time, as a replay does, and leaves the changes for a later {@link
    /// #take}.
    void forget() {
        events.take();
        journal = new ArrayList<>();
    }

    /// Declares that the record holds what the tables hold.
    public void stored() {
        tables.forEach(Table::stored);
    }

    /// The sum over all tables, as of the last {@link #take}.
    public Checksum checksum() {
        return tables.stream().map(Table::checksum).reduce(Checksum.ZERO, Checksum::plus);
    }

    public Head head(int generation, long owner, long commit) {
        return new Head(
                generation,
                owner,
                commit,
                tick,
                events.nextSequence(),
                chain.nextOrdinal(),
                chain.tip(),
                checksum(),
                origin.digest(),
                rulesVersion);
    }

    public String stateHash() {
        return StateHash.of(origin.digest(), tick, events.nextSequence(), checksum());
    }

    /// An immutable view of all state; copies only what changed since the last.
    public Snapshot publish() {
        var views = new IdentityHashMap<Table, TableView>(2 * tables.size());
        tables.forEach(it -> views.put(it, it.publish()));
        return new Snapshot(tick, events.nextSequence() - 1, views);
    }

    private List<Changes> drain() {
        return tables.stream().map(Table::drain).filter(it -> !it.isEmpty()).toList();
    }

    private Object apply(JournalEntry entry, Participant handler, Command<?> command) {
        return handler.handle(command, Kind.COMMAND.at(entry.ordinal(), tick, origin, events));
    }

    private Participant handlerOf(Command<?> command) {
        return handlers.computeIfAbsent(
                command.getClass(),
                type -> participants.stream()
                        .filter(it -> it.commands()
                                .filter(family -> family.isAssignableFrom(type))
                                .isPresent())
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no participant handles " + type.getName())));
    }
}
