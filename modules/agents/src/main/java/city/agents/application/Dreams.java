package city.agents.application;

import city.agents.AgentsCommand.NightResult;
import city.agents.AgentsCommand.NightThought;
import city.agents.ResidentStatus;
import city.agents.domain.mind.Intentions;
import city.agents.domain.mind.Intentions.Verdict;
import city.agents.domain.plan.Plan;
import city.agents.domain.state.AgentsState;
import city.world.World;
import city.world.kernel.Turn;
import java.util.Optional;

/// Takes what a mind outside of the city made of a resident's days while it slept.
final class Dreams {
    private final AgentsState state;
    private final World world;
    private final Intentions intentions;
    private final Work work;

    Dreams(AgentsState state, World world, Intentions intentions, Work work) {
        this.state = state;
        this.world = world;
        this.intentions = intentions;
        this.work = work;
    }

    NightResult keep(NightThought thought, Turn turn) {
        int slot = world.slotOf(thought.resident());
        if (!state.residents().exists(slot)) {
            return new NightResult.NoSuchResident(thought.resident());
        }
        var status = state.residents().statusOf(slot);
        if (status == ResidentStatus.DEPARTED) {
            return new NightResult.HasDeparted(thought.resident());
        }
        state.nights().reflected(slot, thought.fellAsleepAt(), thought.opinions(), turn.tick());
        if (thought.plan().isEmpty()) {
            return new NightResult.Kept(Optional.empty());
        }
        return new NightResult.Kept(
                status == ResidentStatus.SLEEPING
                        ? plan(slot, thought, turn)
                        : Optional.of("it does not sleep any more"));
    }

    /// @return why it is refused; empty when it waits for the morning
    private Optional<String> plan(int slot, NightThought thought, Turn turn) {
        long day = turn.clock().day(state.minds().wakeAt(slot));
        var verdict = intentions.judge(slot, state.residents().homeOf(slot), thought.plan(), day, work.moment(turn));
        return switch (verdict) {
            case Verdict.Unfit(var reason) -> Optional.of(reason);
            case Verdict.Fits(var steps) -> {
                state.nights().plan(slot, Plan.of(day, steps));
                yield Optional.empty();
            }
        };
    }
}
