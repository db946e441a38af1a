package city.agents.application;

import city.agents.AgentsReads;
import city.agents.ResidentStatus;
import city.agents.domain.body.Activity;
import city.agents.domain.plan.Plan;
import city.agents.domain.plan.Step;
import city.agents.domain.state.AgentsState;
import city.economy.AccountId;
import city.economy.EconomyReads;
import city.social.SocialReads;
import city.social.SocialReads.InteractionState;
import city.world.Atlas.Location;
import city.world.LocationId;
import city.world.ResidentId;
import city.world.World;
import city.world.WorldReads;
import city.world.WorldReads.LocationState;
import city.world.kernel.CityClock;
import city.world.kernel.state.Snapshot;
import city.world.kernel.state.TableView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Answers readers from snapshots alone.
final class SnapshotReads implements AgentsReads {
    /// Of those present an observer makes out so many.
    private static final int FACES = 8;

    private static final CityClock UNSET = new CityClock(Instant.EPOCH, Duration.ofMinutes(5));

    private final AgentsState state;
    private final WorldReads world;
    private final EconomyReads economy;
    private final SocialReads social;
    private final SnapshotParties parties;

    /// Of the city that was loaded last; read by any thread.
    private volatile CityClock clock = UNSET;

    SnapshotReads(AgentsState state, WorldReads world, EconomyReads economy, SocialReads social) {
        this.state = state;
        this.world = world;
        this.economy = economy;
        this.social = social;
        this.parties = new SnapshotParties(state, world, this);
    }

    void clock(CityClock ofTheCity) {
        clock = ofTheCity;
    }

    CityClock clock() {
        return clock;
    }

    SnapshotParties parties() {
        return parties;
    }

    @Override
    public Optional<ResidentState> findResident(Snapshot snapshot, ResidentId resident) {
        return slotOf(snapshot, resident).map(slot -> residentAt(snapshot, slot));
    }

    @Override
    public List<ResidentState> residents(Snapshot snapshot, int fromSlot, int limit) {
        var view = snapshot.of(state.residents().table());
        var found = new ArrayList<ResidentState>();
        for (int slot = Math.max(0, fromSlot); slot < view.rows() && found.size() < limit; slot++) {
            if (view.exists(slot)) {
                found.add(residentAt(snapshot, slot));
            }
        }
        return found;
    }

    @Override
    public Census census(Snapshot snapshot) {
        var view = snapshot.of(state.residents().table());
        var counts = new int[ResidentStatus.values().length];
        for (int slot = 0; slot < view.rows(); slot++) {
            if (view.exists(slot)) {
                counts[state.residents().statusOf(view, slot).ordinal()]++;
            }
        }
        return new Census(
                counts[ResidentStatus.ACTIVE.ordinal()],
                counts[ResidentStatus.SLEEPING.ordinal()],
                counts[ResidentStatus.PAUSED.ordinal()],
                counts[ResidentStatus.DEPARTED.ordinal()]);
    }

    /// On the way one sees nothing but the sky.
    @Override
    public Optional<Observation> observe(Snapshot snapshot, ResidentId resident) {
        return slotOf(snapshot, resident).map(slot -> {
            var here = world.whereIs(snapshot, resident)
                    .filter(it -> it.destination().isEmpty())
                    .flatMap(it -> world.findLocation(snapshot, it.at()));
            return observation(snapshot, slot, resident, here);
        });
    }

    @Override
    public List<PlannedStep> plan(Snapshot snapshot, ResidentId resident) {
        var slot = slotOf(snapshot, resident);
        if (slot.isEmpty()) {
            return List.of();
        }
        var plan = state.plans().of(snapshot.of(state.plans().table()), slot.get());
        return plan.steps().stream().map(step -> planned(snapshot, plan, step)).toList();
    }

    @Override
    public Optional<MindState> mind(Snapshot snapshot, ResidentId resident) {
        var view = snapshot.of(state.thinkers().table());
        return slotOf(snapshot, resident)
                .map(slot -> new MindState(
                        state.thinkers().settingsOf(view, slot),
                        state.thinkers().lastQuestion(view, slot),
                        state.thinkers().open(view, slot)));
    }

    @Override
    public NightState nights(Snapshot snapshot, ResidentId resident) {
        var view = snapshot.of(state.nights().table());
        return slotOf(snapshot, resident)
                .map(slot -> state.nights().of(view, slot))
                .orElse(NightState.NONE);
    }

    @Override
    public Activities activities(Snapshot snapshot) {
        return new ActivityView(state.minds(), snapshot.of(state.minds().table()));
    }

    private ResidentState residentAt(Snapshot snapshot, int slot) {
        var view = snapshot.of(state.residents().table());
        var minds = snapshot.of(state.minds().table());
        return new ResidentState(
                slot,
                state.residents().idOf(view, slot),
                state.residents().personaOf(view, slot),
                state.residents().statusOf(view, slot),
                state.residents().homeOf(view, slot),
                needs(snapshot, minds, slot),
                activity(snapshot, slot),
                state.minds().becauseOf(minds, slot).words(),
                clock.at(state.minds().sinceOf(minds, slot)));
    }

    private Needs needs(Snapshot snapshot, TableView minds, int slot) {
        var body = state.minds().bodyAt(minds, slot, snapshot.tick(), clock.stepMinutes());
        return new Needs(body.foodPerMille(), body.energyPerMille(), body.companyPerMille());
    }

    private String activity(Snapshot snapshot, int slot) {
        var activity = state.minds().activityOf(snapshot.of(state.minds().table()), slot);
        if (activity != Activity.WALKING) {
            return activity.words();
        }
        var resident = state.residents().idOf(snapshot.of(state.residents().table()), slot);
        return world.whereIs(snapshot, resident)
                .flatMap(WorldReads.Whereabouts::destination)
                .flatMap(to -> world.findLocation(snapshot, to))
                .map(to -> activity.words() + " to " + to.location().name())
                .orElse(activity.words());
    }

    private Observation observation(Snapshot snapshot, int slot, ResidentId resident, Optional<LocationState> here) {
        var now = world.now(snapshot);
        var place = here.map(LocationState::location);
        return new Observation(
                now.time(),
                now.timeOfDay().name().toLowerCase(Locale.ROOT),
                now.weather().name().toLowerCase(Locale.ROOT),
                place.map(Location::id),
                place.map(Location::name).orElse("on the way"),
                place.map(it -> it.kind().name().toLowerCase(Locale.ROOT)).orElse(""),
                here.map(LocationState::open).orElse(false),
                here.map(LocationState::present).orElse(0),
                place.map(it -> people(snapshot, slot, it.id())).orElse(List.of()),
                place.map(it -> offers(snapshot, it.id())).orElse(List.of()),
                economy.findAccount(snapshot, new AccountId(resident.value()))
                        .map(it -> it.balance().toString())
                        .orElse("0.00"),
                needs(snapshot, snapshot.of(state.minds().table()), slot),
                social.interactionOf(snapshot, resident).map(it -> conversation(snapshot, resident, it)),
                parties.knownTo(snapshot, slot));
    }

    private Conversation conversation(Snapshot snapshot, ResidentId resident, InteractionState talk) {
        var members = talk.members().stream()
                .map(it -> person(snapshot, it, world.slotOf(snapshot, it)))
                .toList();
        return new Conversation(
                talk.id(),
                talk.invited().contains(resident),
                talk.open() && talk.turn().equals(resident),
                members,
                talk.speaker().map(it -> nameOf(snapshot, world.slotOf(snapshot, it))),
                talk.words(),
                talk.topic());
    }

    private Person person(Snapshot snapshot, ResidentId other, int slot) {
        return new Person(other, nameOf(snapshot, slot), activity(snapshot, slot));
    }

    private String nameOf(Snapshot snapshot, int slot) {
        return state.residents().nameOf(snapshot.of(state.residents().table()), slot);
    }

    /// Beginning at a place in the crowd that changes with tick and observer, so that nobody is seen by all.
    private List<Person> people(Snapshot snapshot, int observer, LocationId place) {
        var present = world.residentsAt(snapshot, place);
        var people = new ArrayList<Person>();
        int first = present.isEmpty() ? 0 : (int) Math.floorMod(snapshot.tick() + observer, (long) present.size());
        for (int i = 0; i < present.size() && people.size() < FACES; i++) {
            var other = present.get((first + i) % present.size());
            int slot = world.slotOf(snapshot, other);
            if (slot != observer) {
                people.add(person(snapshot, other, slot));
            }
        }
        return people;
    }

    private List<Offer> offers(Snapshot snapshot, LocationId place) {
        return economy.salesAt(snapshot, place).stream()
                .map(sale -> new Offer(sale.good(), sale.price().toString(), sale.stock()))
                .toList();
    }

    private PlannedStep planned(Snapshot snapshot, Plan plan, Step step) {
        var at = Instant.EPOCH.plus(Duration.ofDays(plan.day()).plusMinutes(step.begin()));
        Optional<LocationId> where =
                step.hasPlace() ? Optional.of(world.locationAt(snapshot, step.place())) : Optional.empty();
        return new PlannedStep(at, step.kind().words(), where);
    }

    private Optional<Integer> slotOf(Snapshot snapshot, ResidentId resident) {
        int slot = world.slotOf(snapshot, resident);
        boolean known =
                slot != World.NOWHERE && snapshot.of(state.residents().table()).exists(slot);
        return known ? Optional.of(slot) : Optional.empty();
    }
}
