package city.agents.domain.state;

import city.agents.domain.plan.Plan;
import city.world.kernel.state.BytesColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Table;
import city.world.kernel.state.TableView;

/// The residents' day plans. Apart from the minds, because a plan is written once a day and a mind with every deed.
public final class Plans {
    private final Table table = new Table("agents", "plans");
    private final LongColumn day = table.longs("day");
    private final BytesColumn steps = table.bytes("steps");

    public Table table() {
        return table;
    }

    public void add(int slot) {
        table.add(slot);
    }

    public Plan of(int slot) {
        return Plan.unpack(day.get(slot), steps.get(slot));
    }

    public void set(int slot, Plan plan) {
        day.set(slot, plan.day());
        steps.set(slot, plan.pack());
    }

    public Plan of(TableView view, int slot) {
        return Plan.unpack(view.get(day, slot), view.get(steps, slot));
    }
}
