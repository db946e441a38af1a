package city.agents.domain.state;

import city.agents.AgentsReads.NightState;
import city.agents.Opinion;
import city.agents.domain.plan.Plan;
import city.world.kernel.state.BytesColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Table;
import city.world.kernel.state.TableView;
import java.util.List;

/// What came of residents' nights: opinions, and a plan that waits for the morning. Rows are slots; whoever never
/// looked back has none.
public final class Nights {
    private final Table table = new Table("agents", "nights");
    private final LongColumn reflectedUpTo = table.longs("reflected_up_to");
    private final BytesColumn opinions = table.bytes("opinions");
    private final LongColumn plannedDay = table.longs("planned_day");
    private final BytesColumn plannedSteps = table.bytes("planned_steps");

    public Table table() {
        return table;
    }

    public void reflected(int slot, long upTo, List<Opinion> formed, long tick) {
        if (!table.exists(slot)) {
            table.add(slot);
        }
        reflectedUpTo.set(slot, upTo);
        if (!formed.isEmpty()) {
            var held = Opinions.unpack(opinions.get(slot));
            for (var opinion : formed) {
                held = held.with(opinion, tick);
            }
            opinions.set(slot, held.pack());
        }
    }

    /// The plan for a day that has not begun for the resident; {@link Plan#NONE} for none.
    public Plan planned(int slot) {
        return table.exists(slot) ? Plan.unpack(plannedDay.get(slot), plannedSteps.get(slot)) : Plan.NONE;
    }

    /// The resident's row must be there.
    public void plan(int slot, Plan plan) {
        plannedDay.set(slot, plan.day());
        plannedSteps.set(slot, plan.pack());
    }

    /// A day is planned once: what was planned for it is followed, or was not.
    public void begun(int slot) {
        if (!planned(slot).steps().isEmpty()) {
            plan(slot, Plan.NONE);
        }
    }

    public void left(int slot) {
        if (table.exists(slot)) {
            table.remove(slot);
        }
    }

    public NightState of(TableView view, int slot) {
        return view.exists(slot)
                ? new NightState(
                        view.get(reflectedUpTo, slot),
                        Opinions.unpack(view.get(opinions, slot)).held().reversed())
                : NightState.NONE;
    }
}
