package city.agents.application;

import city.agents.AgentsCommand;
import city.agents.domain.market.Sellers;
import city.agents.domain.state.AgentsState;
import city.world.kernel.CityClock;
import city.world.kernel.Command;
import city.world.kernel.Participant;
import city.world.kernel.Turn;
import city.world.kernel.state.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The residents as the kernel sees them. Their phase is the last of a tick.
final class AgentsParticipant implements Participant {
    private final AgentsState state;
    private final Arrivals arrivals;
    private final Lives lives;
    private final Festivities festivities;
    private final Thinking thinking;
    private final Dreams dreams;
    private final DecisionCycle cycle;
    private final Doings doings;
    private final Ears ears;
    private final Timers timers;
    private final Sellers sellers;
    private final Townsfolk townsfolk;
    private final SnapshotReads reads;
    private final Settling settling;
    private final Alarms alarms;
    private final Health health;
    private final Roofs roofs;

    AgentsParticipant(
            AgentsState state,
            Arrivals arrivals,
            Lives lives,
            Festivities festivities,
            Thinking thinking,
            Dreams dreams,
            DecisionCycle cycle,
            Doings doings,
            Ears ears,
            Timers timers,
            Sellers sellers,
            Townsfolk townsfolk,
            SnapshotReads reads,
            Settling settling,
            Alarms alarms,
            Health health,
            Roofs roofs) {
        this.state = state;
        this.arrivals = arrivals;
        this.lives = lives;
        this.festivities = festivities;
        this.thinking = thinking;
        this.dreams = dreams;
        this.cycle = cycle;
        this.doings = doings;
        this.ears = ears;
        this.timers = timers;
        this.sellers = sellers;
        this.townsfolk = townsfolk;
        this.reads = reads;
        this.settling = settling;
        this.alarms = alarms;
        this.health = health;
        this.roofs = roofs;
    }

    @Override
    public String name() {
        return "agents";
    }

    @Override
    public List<Table> tables() {
        return state.tables();
    }

    @Override
    public Optional<Class<?>> commands() {
        return Optional.of(AgentsCommand.class);
    }

    @Override
    public Object handle(Command<?> command, Turn turn) {
        return switch ((AgentsCommand<?>) command) {
            case AgentsCommand.Spawn spawn -> arrivals.spawn(spawn, turn);
            case AgentsCommand.SetMigration(var migration) -> settling.state(migration);
            case AgentsCommand.Depart(var resident) -> lives.depart(resident, turn);
            case AgentsCommand.Pause(var resident) -> lives.pause(resident, turn);
            case AgentsCommand.Resume(var resident) -> lives.resume(resident, turn);
            case AgentsCommand.Edit edit -> lives.edit(edit);
            case AgentsCommand.Act act -> lives.act(act, turn);
            case AgentsCommand.PlanParty party -> festivities.plan(party, turn);
            case AgentsCommand.SetMind set -> thinking.set(set, cycle, turn);
            case AgentsCommand.MindReplied reply -> thinking.reply(reply, cycle, turn);
            case AgentsCommand.NightThought thought -> dreams.keep(thought, turn);
            case AgentsCommand.MindGaveUp given -> new AgentsCommand.MindGivenUp(thinking.giveUp(given, cycle, turn));
        };
    }

    @Override
    public void phase(Turn turn) {
        settling.run(turn);
        cycle.run(turn);
        doings.tellAll(turn);
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return Stream.concat(ears.subscriptions().stream(), alarms.subscriptions().stream())
                .toList();
    }

    @Override
    public void loaded(CityClock clock, long tick) {
        timers.rebuild();
        sellers.forget();
        doings.forgetUntold();
        townsfolk.clock(clock);
        reads.clock(clock);
        settling.rebuild();
        health.rebuild();
        roofs.rebuild();
        state.parties().rebuild();
    }

    /// Nobody who lives here is without a timer, and nobody who does not has one.
    @Override
    public List<Breach> audit() {
        return timers.audit();
    }
}
