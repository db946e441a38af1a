package city.agents.domain.state;

import city.agents.Life;
import city.agents.Life.Calling;
import city.agents.Life.Occupation;
import city.agents.Life.Values;
import city.agents.domain.life.Goal;
import city.world.ResidentId;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Table;
import city.world.kernel.state.TableView;
import city.world.kernel.state.UuidColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What residents bring along and what changes by the day: age, values, kin, illness, and the goal that they pursue.
/// Rows are slots.
public final class Lives {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final int DAYS_PER_YEAR = 365;

    private final Table table = new Table("agents", "lives");
    private final LongColumn bornDay = table.longs("born_day");
    private final IntColumn calling = table.ints("calling");
    private final IntColumn tradition = table.ints("tradition");
    private final IntColumn achievement = table.ints("achievement");
    private final IntColumn benevolence = table.ints("benevolence");
    private final IntColumn stimulation = table.ints("stimulation");
    private final IntColumn security = table.ints("security");
    private final UuidColumn household = table.uuids("household");
    private final UuidColumn partner = table.uuids("partner");
    private final UuidColumn parent = table.uuids("parent");
    private final UuidColumn otherParent = table.uuids("other_parent");
    private final LongColumn illUntil = table.longs("ill_until");
    private final LongColumn immuneUntil = table.longs("immune_until");
    private final IntColumn exposed = table.ints("exposed");
    private final LongColumn lastMorning = table.longs("last_morning");
    private final IntColumn destituteDays = table.ints("destitute_days");
    private final IntColumn goal = table.ints("goal");
    private final IntColumn goalTarget = table.ints("goal_target");
    private final IntColumn goalProgress = table.ints("goal_progress");
    private final LongColumn goalSince = table.longs("goal_since");
    private final IntColumn goalsReached = table.ints("goals_reached");
    private final LongColumn seen = table.longs("seen");
    private final LongColumn knownPlaces = table.longs("known_places");
    private final IntColumn knownDeeds = table.ints("known_deeds");

    public Table table() {
        return table;
    }

    /// @param day of the arrival
    public void add(int slot, Life life, long day) {
        table.add(slot);
        bornDay.set(slot, day - (long) life.age() * DAYS_PER_YEAR);
        calling.set(slot, life.calling().map(it -> it.ordinal() + 1).orElse(0));
        tradition.set(slot, life.values().tradition());
        achievement.set(slot, life.values().achievement());
        benevolence.set(slot, life.values().benevolence());
        stimulation.set(slot, life.values().stimulation());
        security.set(slot, life.values().security());
        household.set(slot, life.household().orElse(NOBODY));
        partner.set(slot, life.partner().map(ResidentId::value).orElse(NOBODY));
        parent.set(slot, parentAt(life, 0));
        otherParent.set(slot, parentAt(life, 1));
    }

    private static UUID parentAt(Life life, int which) {
        return life.parents().size() > which ? life.parents().get(which).value() : NOBODY;
    }

    /// In whole years of 365 days.
    public int ageOf(int slot, long day) {
        return (int) Math.floorDiv(day - bornDay.get(slot), (long) DAYS_PER_YEAR);
    }

    public int ageOf(TableView view, int slot, long day) {
        return (int) Math.floorDiv(day - view.get(bornDay, slot), (long) DAYS_PER_YEAR);
    }

    public Occupation occupationOf(int slot, boolean hasJob, long day) {
        return Occupation.of(hasJob, calling(calling.get(slot)), ageOf(slot, day));
    }

    public Occupation occupationOf(TableView view, int slot, boolean hasJob, long day) {
        return Occupation.of(hasJob, calling(view.get(calling, slot)), ageOf(view, slot, day));
    }

    private static Optional<Calling> calling(int code) {
        return code == 0 ? Optional.empty() : Optional.of(Calling.values()[code - 1]);
    }

    public Values valuesOf(int slot) {
        return new Values(
                tradition.get(slot),
                achievement.get(slot),
                benevolence.get(slot),
                stimulation.get(slot),
                security.get(slot));
    }

    public Values valuesOf(TableView view, int slot) {
        return new Values(
                view.get(tradition, slot),
                view.get(achievement, slot),
                view.get(benevolence, slot),
                view.get(stimulation, slot),
                view.get(security, slot));
    }

    public Optional<UUID> householdOf(TableView view, int slot) {
        return Optional.of(view.get(household, slot)).filter(it -> !it.equals(NOBODY));
    }

    public Optional<ResidentId> partnerOf(int slot) {
        return somebody(partner.get(slot));
    }

    public Optional<ResidentId> partnerOf(TableView view, int slot) {
        return somebody(view.get(partner, slot));
    }

    public List<ResidentId> parentsOf(int slot) {
        return present(parent.get(slot), otherParent.get(slot));
    }

    public List<ResidentId> parentsOf(TableView view, int slot) {
        return present(view.get(parent, slot), view.get(otherParent, slot));
    }

    private static List<ResidentId> present(UUID one, UUID other) {
        var both = new ArrayList<ResidentId>(2);
        somebody(one).ifPresent(both::add);
        somebody(other).ifPresent(both::add);
        return both;
    }

    private static Optional<ResidentId> somebody(UUID id) {
        return id.equals(NOBODY) ? Optional.empty() : Optional.of(new ResidentId(id));
    }

    /// The tick at which the resident will be well again; 0 when it is well.
    public long illUntil(int slot) {
        return illUntil.get(slot);
    }

    public long illUntil(TableView view, int slot) {
        return view.get(illUntil, slot);
    }

    public boolean isIll(int slot) {
        return illUntil.get(slot) != 0;
    }

    public void illUntil(int slot, long tick) {
        illUntil.set(slot, tick);
    }

    /// Until then it does not catch it again.
    public long immuneUntil(int slot) {
        return immuneUntil.get(slot);
    }

    public void immuneUntil(int slot, long tick) {
        immuneUntil.set(slot, tick);
    }

    /// Whether it was close to somebody ill since its last morning.
    public boolean isExposed(int slot) {
        return exposed.get(slot) != 0;
    }

    public void exposed(int slot, boolean was) {
        exposed.set(slot, was ? 1 : 0);
    }

    /// The day on whose getting up it last took stock.
    public long lastMorning(int slot) {
        return lastMorning.get(slot);
    }

    public void lastMorning(int slot, long day) {
        lastMorning.set(slot, day);
    }

    /// Mornings in a row with neither food nor the money for it.
    public int destituteDays(int slot) {
        return destituteDays.get(slot);
    }

    public void destituteDays(int slot, int days) {
        destituteDays.set(slot, days);
    }

    public Goal goalOf(int slot) {
        return Goal.of(goal.get(slot));
    }

    public Goal goalOf(TableView view, int slot) {
        return Goal.of(view.get(goal, slot));
    }

    public int targetOf(int slot) {
        return goalTarget.get(slot);
    }

    public int targetOf(TableView view, int slot) {
        return view.get(goalTarget, slot);
    }

    public int progressOf(int slot) {
        return goalProgress.get(slot);
    }

    public int progressOf(TableView view, int slot) {
        return view.get(goalProgress, slot);
    }

    public void progress(int slot, int made) {
        goalProgress.set(slot, made);
    }

    public long goalSince(int slot) {
        return goalSince.get(slot);
    }

    public long goalSince(TableView view, int slot) {
        return view.get(goalSince, slot);
    }

    public int goalsReached(int slot) {
        return goalsReached.get(slot);
    }

    public int goalsReached(TableView view, int slot) {
        return view.get(goalsReached, slot);
    }

    public void goalsReached(int slot, int count) {
        goalsReached.set(slot, count);
    }

    public void pursue(int slot, Goal what, int target, long tick) {
        goal.set(slot, what.ordinal());
        goalTarget.set(slot, target);
        goalProgress.set(slot, 0);
        goalSince.set(slot, tick);
        seen.set(slot, 0);
    }

    /// Places of leisure seen since the goal was taken up: a bit each, told apart by the last six bits of their rows.
    public long seen(int slot) {
        return seen.get(slot);
    }

    public void see(int slot, int place) {
        seen.set(slot, seen.get(slot) | 1L << (place & 63));
    }

    /// Whether it was ever at a place, or was asked about going. Places are told apart by the last six bits of their
    /// rows, as in a Bloom filter of one hash: a new place may be taken for a known one, a known one never for new.
    public boolean knowsPlace(int slot, int place) {
        return (knownPlaces.get(slot) & 1L << (place & 63)) != 0;
    }

    public void learnPlace(int slot, int place) {
        knownPlaces.set(slot, knownPlaces.get(slot) | 1L << (place & 63));
    }

    /// Whether it ever did a kind of deed, or was asked about doing it.
    ///
    /// @param deed a bit, or 0, which everybody knows
    public boolean knowsDeed(int slot, int deed) {
        return (knownDeeds.get(slot) & deed) == deed;
    }

    public void learnDeed(int slot, int deed) {
        knownDeeds.set(slot, knownDeeds.get(slot) | deed);
    }
}
