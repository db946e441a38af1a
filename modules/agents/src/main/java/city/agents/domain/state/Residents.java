package city.agents.domain.state;

import city.agents.Persona;
import city.agents.Persona.Traits;
import city.agents.ResidentStatus;
import city.world.LocationId;
import city.world.ResidentId;
import city.world.World;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Table;
import city.world.kernel.state.TableView;
import city.world.kernel.state.TextColumn;
import city.world.kernel.state.UuidColumn;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Who the residents are: what changes rarely. Rows are slots; the departed keep theirs.
public final class Residents {
    /// Between goals; a goal's own line breaks are stored as spaces.
    private static final String GOAL_SEPARATOR = "\n";

    private static final UUID NO_ID = new UUID(0, 0);

    private static final List<ResidentStatus> STATUSES = List.of(ResidentStatus.values());

    private final Table table = new Table("agents", "agents");
    private final UuidColumn id = table.uuids("id");
    private final TextColumn name = table.texts("name");
    private final TextColumn persona = table.texts("persona");
    private final TextColumn goals = table.texts("goals");
    private final IntColumn openness = table.ints("openness");
    private final IntColumn conscientiousness = table.ints("conscientiousness");
    private final IntColumn extraversion = table.ints("extraversion");
    private final IntColumn agreeableness = table.ints("agreeableness");
    private final IntColumn neuroticism = table.ints("neuroticism");
    private final IntColumn earliness = table.ints("earliness");
    private final IntColumn statusCode = table.ints("status_code");
    private final IntColumn home = table.ints("home");
    private final UuidColumn homeId = table.uuids("home_id");
    private final LongColumn spawnedAt = table.longs("spawned_at");

    public Table table() {
        return table;
    }

    /// @param roof   the home's row, or {@link World#NOWHERE}
    /// @param roofId its id, empty for none
    public void add(int slot, ResidentId resident, Persona who, int roof, Optional<LocationId> roofId, long tick) {
        table.add(slot);
        id.set(slot, resident.value());
        home.set(slot, roof);
        homeId.set(slot, roofId.map(LocationId::value).orElse(NO_ID));
        spawnedAt.set(slot, tick);
        describe(slot, who);
    }

    public void describe(int slot, Persona who) {
        name.set(slot, who.name());
        persona.set(slot, who.text());
        goals.set(
                slot,
                String.join(
                        GOAL_SEPARATOR,
                        who.goals().stream().map(Residents::oneLine).toList()));
        openness.set(slot, who.traits().openness());
        conscientiousness.set(slot, who.traits().conscientiousness());
        extraversion.set(slot, who.traits().extraversion());
        agreeableness.set(slot, who.traits().agreeableness());
        neuroticism.set(slot, who.traits().neuroticism());
        earliness.set(slot, who.traits().earliness());
    }

    /// One more than the highest slot.
    public int slots() {
        return table.rows();
    }

    public boolean exists(int slot) {
        return slot >= 0 && table.exists(slot);
    }

    public ResidentId idOf(int slot) {
        return new ResidentId(id.get(slot));
    }

    public String nameOf(int slot) {
        return name.get(slot);
    }

    public ResidentStatus statusOf(int slot) {
        return STATUSES.get(statusCode.get(slot));
    }

    public void status(int slot, ResidentStatus status) {
        statusCode.set(slot, status.ordinal());
    }

    /// @return the home's row, or {@link World#NOWHERE}
    public int homeOf(int slot) {
        return home.get(slot);
    }

    public Traits traitsOf(int slot) {
        return new Traits(
                openness.get(slot),
                conscientiousness.get(slot),
                extraversion.get(slot),
                agreeableness.get(slot),
                neuroticism.get(slot),
                earliness.get(slot));
    }

    public Persona personaOf(int slot) {
        return new Persona(name.get(slot), persona.get(slot), traitsOf(slot), lines(goals.get(slot)));
    }

    public ResidentId idOf(TableView view, int slot) {
        return new ResidentId(view.get(id, slot));
    }

    public String nameOf(TableView view, int slot) {
        return view.get(name, slot);
    }

    public Optional<LocationId> homeOf(TableView view, int slot) {
        return Optional.of(view.get(homeId, slot))
                .filter(it -> !it.equals(NO_ID))
                .map(LocationId::new);
    }

    public ResidentStatus statusOf(TableView view, int slot) {
        return STATUSES.get(view.get(statusCode, slot));
    }

    public Persona personaOf(TableView view, int slot) {
        return new Persona(
                view.get(name, slot), view.get(persona, slot), traitsOf(view, slot), lines(view.get(goals, slot)));
    }

    public Traits traitsOf(TableView view, int slot) {
        return new Traits(
                view.get(openness, slot),
                view.get(conscientiousness, slot),
                view.get(extraversion, slot),
                view.get(agreeableness, slot),
                view.get(neuroticism, slot),
                view.get(earliness, slot));
    }

    private static String oneLine(String goal) {
        return goal.replace('\n', ' ').replace('\r', ' ');
    }

    private static List<String> lines(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(GOAL_SEPARATOR));
    }
}
