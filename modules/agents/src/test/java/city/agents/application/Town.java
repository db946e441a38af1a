package city.agents.application;

import city.agents.Action;
import city.agents.ActionResult;
import city.agents.AgentsCommand.Act;
import city.agents.AgentsCommand.Spawn;
import city.agents.AgentsCommand.SpawnResult;
import city.agents.AgentsEvent.Acted;
import city.agents.AgentsReads;
import city.agents.Persona;
import city.agents.Persona.Traits;
import city.economy.Economy;
import city.economy.EconomyReads;
import city.economy.JobId;
import city.economy.Money;
import city.economy.application.EconomyModule;
import city.memory.application.MemoryModule;
import city.social.application.SocialModule;
import city.world.LocationId;
import city.world.ResidentId;
import city.world.World;
import city.world.WorldReads;
import city.world.application.WorldModule;
import city.world.kernel.Chance;
import city.world.kernel.CityClock;
import city.world.kernel.Command;
import city.world.kernel.Event;
import city.world.kernel.Participant;
import city.world.kernel.Participant.Subscription;
import city.world.kernel.Shards;
import city.world.kernel.Turn;
import city.world.kernel.state.Checksum;
import city.world.kernel.state.Snapshot;
import city.world.kernel.state.Table;
import city.world.kernel.state.TableView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A small town with the kernel's part played by the test: real world, economy and residents, a bus, a clock that
/// begins on a Monday at midnight.
final class Town implements Turn {
    private static final CityClock CLOCK = new CityClock(Instant.parse("2030-01-07T00:00:00Z"), Duration.ofMinutes(5));

    final WorldModule worldModule = WorldModule.assemble();
    final World world = worldModule.world();
    final WorldReads worldReads = worldModule.reads();
    final EconomyModule economyModule = EconomyModule.assemble(world, worldModule.almanac());
    final SocialModule socialModule = SocialModule.assemble(world, worldModule.reads());
    final Economy economy = economyModule.economy();
    final EconomyReads economyReads = economyModule.reads();
    final AgentsModule agents;
    final AgentsReads reads;
    final List<Event> told = new ArrayList<>();
    private final List<Participant> participants;
    private List<Event> bus = new ArrayList<>();
    private long tick;
    private long ids;
    private long number;
    private int spawned;
    private Chance chance = Chance.of(7, 0, 0);

    Town(Shards shards) {
        agents = AgentsModule.assemble(
                world,
                worldReads,
                worldModule.almanac(),
                economy,
                economyReads,
                socialModule.social(),
                socialModule.reads(),
                shards);
        reads = agents.reads();
        participants = List.of(
                worldModule.participant(),
                economyModule.participant(),
                socialModule.participant(),
                MemoryModule.participant(world),
                agents.participant());
        participants.forEach(it -> it.loaded(CLOCK, 0));
    }

    /// Founded, without residents.
    static Town founded() {
        return founded(Shards.sequential());
    }

    static Town founded(Shards shards) {
        var town = new Town(shards);
        TownPlan.founding().forEach(town::submit);
        return town;
    }

    /// Another process that loaded what this one has stored.
    Town reloaded() {
        var other = new Town(Shards.sequential());
        for (int i = 0; i < participants.size(); i++) {
            Tables.copy(participants.get(i).tables(), other.participants.get(i).tables());
        }
        other.tick = tick;
        other.ids = ids;
        other.number = number;
        other.spawned = spawned;
        other.bus = new ArrayList<>(bus);
        other.participants.forEach(it -> it.loaded(CLOCK, tick));
        return other;
    }

    ResidentId spawn(String name, Traits traits, LocationId home, Optional<JobId> job, long cents) {
        var wish = new Spawn(
                Optional.of(new ResidentId(new UUID(0x7e51_8000L, spawned++))),
                new Persona(name, "", traits, List.of()),
                Optional.of(home),
                job,
                new Money(cents));
        return ((SpawnResult.Spawned) submit(wish)).id();
    }

    ActionResult act(ResidentId resident, Action action) {
        return (ActionResult) submit(new Act(resident, action));
    }

    Object submit(Command<?> command) {
        chance = Chance.of(7, 1, number++);
        return participants.stream()
                .filter(it ->
                        it.commands().filter(type -> type.isInstance(command)).isPresent())
                .findFirst()
                .orElseThrow()
                .handle(command, this);
    }

    void runTick() {
        tick++;
        chance = Chance.of(7, 0, tick);
        for (var participant : participants) {
            deliver();
            participant.phase(this);
        }
    }

    /// Moves on to a time of a day, day 0 being the first.
    void runTo(int day, int hour, int minute) {
        long end = (day * 1440L + hour * 60 + minute) / 5;
        while (tick < end) {
            runTick();
        }
    }

    /// What a resident did and was not refused, as `action detail (because)`, in order.
    List<String> deedsOf(ResidentId resident) {
        return acts(resident).stream()
                .filter(it -> it.outcome().equals("done"))
                .map(it -> (it.action() + " " + it.detail()).strip() + " (" + it.because() + ")")
                .toList();
    }

    List<Acted> acts(ResidentId resident) {
        return told.stream()
                .filter(Acted.class::isInstance)
                .map(Acted.class::cast)
                .filter(it -> it.resident().equals(resident))
                .toList();
    }

    /// Facts of a kind, in order.
    <E extends Event> List<E> facts(Class<E> type) {
        return told.stream().filter(type::isInstance).map(type::cast).toList();
    }

    AgentsReads.ResidentState stateOf(ResidentId resident) {
        return reads.findResident(snapshot(), resident).orElseThrow();
    }

    long balanceOf(ResidentId resident) {
        return economy.balanceOf(world.slotOf(resident)).minor();
    }

    Snapshot snapshot() {
        var views = new HashMap<Table, TableView>();
        participants.forEach(it -> it.tables().forEach(table -> views.put(table, table.publish())));
        return new Snapshot(tick, told.size(), views);
    }

    Checksum checksum() {
        var sum = Checksum.ZERO;
        for (var participant : participants) {
            for (var table : participant.tables()) {
                table.drain();
                sum = sum.plus(table.checksum());
            }
        }
        return sum;
    }

    List<Participant.Breach> audit() {
        return participants.stream().flatMap(it -> it.audit().stream()).toList();
    }

    @Override
    public long tick() {
        return tick;
    }

    @Override
    public CityClock clock() {
        return CLOCK;
    }

    @Override
    public Chance chance() {
        return chance;
    }

    @Override
    public void raise(Event event) {
        told.add(event);
        bus.add(event);
    }

    @Override
    public UUID newId(long epochMillis) {
        return new UUID(epochMillis << 16 | 0x8000, 0x8000_000000000000L | ids++);
    }

    private void deliver() {
        var waiting = bus;
        bus = new ArrayList<>();
        for (var event : waiting) {
            for (var participant : participants) {
                participant.subscriptions().forEach(ear -> deliver(ear, event));
            }
        }
    }

    private void deliver(Subscription<?> ear, Event event) {
        if (ear.type().isInstance(event)) {
            ear.deliver(event, this);
        }
    }
}
