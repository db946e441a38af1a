package city.agents.domain.state;

import city.agents.domain.body.Activity;
import city.agents.domain.body.Body;
import city.agents.domain.body.Pace;
import city.agents.domain.mind.Because;
import city.world.World;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Table;
import city.world.kernel.state.TableView;

/// What residents need and do: what changes with every deed. Rows are slots.
///
/// Needs are kept as they were when an activity began, with the pace at which they move: time alone writes nothing.
public final class Minds {
    private final Table table = new Table("agents", "minds");
    private final IntColumn food = table.ints("food");
    private final IntColumn energy = table.ints("energy");
    private final IntColumn company = table.ints("company");
    private final IntColumn health = table.ints("health");
    private final LongColumn measuredAt = table.longs("measured_at");
    private final IntColumn foodPace = table.ints("food_pace");
    private final IntColumn energyPace = table.ints("energy_pace");
    private final IntColumn companyPace = table.ints("company_pace");
    private final IntColumn activity = table.ints("activity");
    private final IntColumn because = table.ints("because");
    private final IntColumn target = table.ints("target");
    private final LongColumn since = table.longs("since");
    private final LongColumn wakeAt = table.longs("wake_at");
    private final IntColumn pending = table.ints("pending");
    private final IntColumn done = table.ints("steps_done");
    private final IntColumn tries = table.ints("tries");
    private final IntColumn avoided = table.ints("avoided");
    private final LongColumn avoidedUntil = table.longs("avoided_until");
    private final IntColumn unpaidMinutes = table.ints("unpaid_minutes");
    private final IntColumn unpaidShifts = table.ints("unpaid_shifts");
    private final LongColumn treatedAt = table.longs("treated_at");

    public Table table() {
        return table;
    }

    public void add(int slot, Body body, long tick) {
        table.add(slot);
        measure(slot, body, tick);
        target.set(slot, World.NOWHERE);
        avoided.set(slot, World.NOWHERE);
        since.set(slot, tick);
    }

    /// The needs at a tick, computed from those last measured.
    public Body bodyAt(int slot, long tick, int stepMinutes) {
        var measured = new Body(food.get(slot), energy.get(slot), company.get(slot), health.get(slot));
        var pace = new Pace(foodPace.get(slot), energyPace.get(slot), companyPace.get(slot));
        return measured.after((tick - measuredAt.get(slot)) * stepMinutes, pace);
    }

    public Body bodyAt(TableView view, int slot, long tick, int stepMinutes) {
        var measured =
                new Body(view.get(food, slot), view.get(energy, slot), view.get(company, slot), view.get(health, slot));
        var pace = new Pace(view.get(foodPace, slot), view.get(energyPace, slot), view.get(companyPace, slot));
        return measured.after((tick - view.get(measuredAt, slot)) * stepMinutes, pace);
    }

    public void measure(int slot, Body body, long tick) {
        food.set(slot, body.food());
        energy.set(slot, body.energy());
        company.set(slot, body.company());
        health.set(slot, body.health());
        measuredAt.set(slot, tick);
    }

    /// From now on the resident does this. Its needs must have been measured at the same tick.
    ///
    /// @param place where to, or where; {@link World#NOWHERE} when it does not matter
    public void begin(int slot, Activity what, Because why, int place, Pace pace, long tick) {
        activity.set(slot, what.code());
        because.set(slot, why.code());
        target.set(slot, place);
        since.set(slot, tick);
        foodPace.set(slot, pace.food());
        energyPace.set(slot, pace.energy());
        companyPace.set(slot, pace.company());
    }

    public Activity activityOf(int slot) {
        return Activity.of(activity.get(slot));
    }

    public Activity activityOf(TableView view, int slot) {
        return Activity.of(view.get(activity, slot));
    }

    public Because becauseOf(int slot) {
        return Because.of(because.get(slot));
    }

    public Because becauseOf(TableView view, int slot) {
        return Because.of(view.get(because, slot));
    }

    public int targetOf(int slot) {
        return target.get(slot);
    }

    public long sinceOf(int slot) {
        return since.get(slot);
    }

    public long sinceOf(TableView view, int slot) {
        return view.get(since, slot);
    }

    /// The tick of the resident's one timer; 0 for none.
    public long wakeAt(int slot) {
        return wakeAt.get(slot);
    }

    public void wakeAt(int slot, long tick) {
        wakeAt.set(slot, tick);
    }

    /// What happened that concerns the resident since it last decided: a bit a kind, so it cannot grow.
    public int pendingOf(int slot) {
        return pending.get(slot);
    }

    public void pending(int slot, int mask) {
        pending.set(slot, mask);
    }

    /// A bit for each step of the plan that was done or given up.
    public int doneOf(int slot) {
        return done.get(slot);
    }

    public void done(int slot, int mask) {
        done.set(slot, mask);
    }

    /// Refusals one after the other.
    public int triesOf(int slot) {
        return tries.get(slot);
    }

    public void tries(int slot, int count) {
        tries.set(slot, count);
    }

    /// The place where the resident was turned away of late, or {@link World#NOWHERE}.
    public int avoidedAt(int slot, long tick) {
        return tick < avoidedUntil.get(slot) ? avoided.get(slot) : World.NOWHERE;
    }

    public void avoid(int slot, int place, long untilTick) {
        avoided.set(slot, place);
        avoidedUntil.set(slot, untilTick);
    }

    /// Minutes worked for which no wage was asked yet.
    public int unpaidMinutesOf(int slot) {
        return unpaidMinutes.get(slot);
    }

    public void unpaidMinutes(int slot, int minutes) {
        unpaidMinutes.set(slot, minutes);
    }

    /// Shifts since wages were last paid in full.
    public int unpaidShiftsOf(int slot) {
        return unpaidShifts.get(slot);
    }

    public void unpaidShifts(int slot, int shifts) {
        unpaidShifts.set(slot, shifts);
    }

    /// The tick of the last treat, 0 for none.
    public long treatedAt(int slot) {
        return treatedAt.get(slot);
    }

    public void treatedAt(int slot, long tick) {
        treatedAt.set(slot, tick);
    }
}
