package city.adapter.redis.projection;

import city.adapter.redis.LivingCity;
import city.agents.AgentsEvent;
import city.agents.AgentsReads;
import city.agents.AgentsReads.Census;
import city.agents.AgentsReads.Needs;
import city.agents.AgentsReads.ResidentState;
import city.agents.Persona;
import city.agents.ResidentStatus;
import city.economy.AccountId;
import city.economy.EconomyEvent.MoneyTransferred;
import city.economy.EconomyReads;
import city.economy.EconomyReads.AccountKind;
import city.economy.EconomyReads.AccountState;
import city.economy.Money;
import city.economy.Transfer;
import city.economy.TransferId;
import city.social.InteractionId;
import city.social.Social;
import city.social.SocialEvent;
import city.social.SocialReads;
import city.social.SocialReads.InteractionState;
import city.social.Tone;
import city.world.LocationId;
import city.world.ResidentId;
import city.world.TimeOfDay;
import city.world.Weather;
import city.world.WorldEvent;
import city.world.WorldReads;
import city.world.WorldReads.Whereabouts;
import city.world.WorldReads.WorldState;
import city.world.kernel.Event;
import city.world.kernel.EventType;
import city.world.kernel.Genesis;
import city.world.kernel.access.BelowHorizon;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.Kernel;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.state.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.WeakHashMap;

/// A city in which things happen when a test says so, each with its event. Used by one thread.
final class MadeUpCity implements EventFeed {
    private static final Instant EPOCH = Instant.parse("2030-01-01T06:00:00Z");
    private static final UUID DISTRICT = new UUID(9, 9);

    private final List<LoggedEvent> log = new ArrayList<>();
    private final Map<Snapshot, Map<UUID, Somebody>> seen = new WeakHashMap<>();
    private final TreeMap<UUID, Somebody> people = new TreeMap<>();
    private final TreeMap<UUID, Integer> talks = new TreeMap<>();
    private final Map<Snapshot, Map<UUID, Integer>> heard = new WeakHashMap<>();
    private int generation = 1;
    private long horizon;
    private long tick;

    private record Somebody(int slot, ResidentStatus status, long place, long cents) {}

    Kernel kernel() {
        return PlayedBy.part(Kernel.class, this);
    }

    Content content(Keys keys) {
        return new Content(
                PlayedBy.part(WorldReads.class, this),
                PlayedBy.part(EconomyReads.class, this),
                PlayedBy.part(SocialReads.class, this),
                PlayedBy.part(AgentsReads.class, this),
                keys);
    }

    void spawn(long cents) {
        var id = new UUID(1, people.size());
        people.put(id, new Somebody(people.size(), ResidentStatus.ACTIVE, 0, cents));
        append(new AgentsEvent.Spawned(new ResidentId(id), "somebody", place(0)));
    }

    /// Those who have departed stay away.
    void depart(int slot) {
        find(slot).ifPresent(id -> {
            var before = people.get(id);
            people.put(id, new Somebody(before.slot, ResidentStatus.DEPARTED, before.place, 0));
            append(new AgentsEvent.Departed(new ResidentId(id), "somebody"));
        });
    }

    void move(int slot, long place) {
        find(slot).ifPresent(id -> {
            var before = people.get(id);
            people.put(id, new Somebody(before.slot, before.status, place, before.cents));
            append(new WorldEvent.Moved(new ResidentId(id), place(before.place), place(place), false));
        });
    }

    void earn(int slot, long cents) {
        find(slot).ifPresent(id -> {
            var before = people.get(id);
            people.put(id, new Somebody(before.slot, before.status, before.place, before.cents + cents));
            var number = new TransferId(new UUID(5, log.size()));
            var to = new AccountId(id);
            append(new MoneyTransferred(
                    number, AccountId.TREASURY, to, new Money(cents), Transfer.Kind.PURCHASE, "a prize"));
        });
    }

    /// A conversation begins, or another word is said in it.
    void talk(int number) {
        var id = new UUID(4, number);
        var members = List.of(new ResidentId(new UUID(1, 0)), new ResidentId(new UUID(1, 1)));
        int messages = talks.merge(id, 0, (before, _) -> before + 1);
        append(
                messages == 0
                        ? new SocialEvent.InteractionStarted(new InteractionId(id), place(0), members)
                        : new SocialEvent.MessageSaid(
                                new InteractionId(id),
                                members.getFirst(),
                                place(0),
                                "so",
                                Tone.WARM,
                                "",
                                Optional.empty()));
    }

    void fallSilent(int number) {
        var id = new UUID(4, number);
        if (talks.remove(id) != null) {
            append(new SocialEvent.InteractionEnded(
                    new InteractionId(id), List.of(), 1, Social.Outcome.values()[0], Social.Ending.values()[0]));
        }
    }

    /// All events so far are no longer kept.
    void sweepLog() {
        horizon = log.size();
    }

    void pass() {
        tick++;
    }

    /// As a restore from a backup does it: the last events never happened.
    void restore() {
        generation++;
        if (!log.isEmpty()) {
            log.removeLast();
            horizon = Math.min(horizon, log.size());
        }
    }

    private Optional<UUID> find(int slot) {
        return people.entrySet().stream()
                .filter(it -> it.getValue().slot == slot && it.getValue().status != ResidentStatus.DEPARTED)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void append(Event event) {
        var type = Optional.ofNullable(event.getClass().getAnnotation(EventType.class))
                .orElseThrow();
        long sequence = log.size() + 1L;
        log.add(new LoggedEvent(
                sequence,
                new UUID(8, sequence),
                tick,
                EPOCH,
                type.value(),
                type.topic(),
                type.audience(),
                event.subject(),
                0,
                LivingCity.CODEC.write(event)));
    }

    private static LocationId place(long number) {
        return new LocationId(new UUID(3, number));
    }

    Snapshot snapshot() {
        var snapshot = new Snapshot(tick, log.size(), Map.of());
        seen.put(snapshot, new TreeMap<>(people));
        heard.put(snapshot, new TreeMap<>(talks));
        return snapshot;
    }

    @Override
    public Batch read(long afterSequence, Filter filter, int limit) {
        if (afterSequence < horizon) {
            throw new BelowHorizon(afterSequence, EventType.Audience.TELEMETRY, horizon);
        }
        var passed = log.stream().skip(afterSequence).limit(limit).toList();
        return new Batch(passed, afterSequence + passed.size());
    }

    @Override
    public boolean await(long afterSequence, Duration atMost) {
        return log.size() > afterSequence;
    }

    @Override
    public long horizon(Filter filter) {
        return horizon;
    }

    @Override
    public long lastSequence() {
        return log.size();
    }

    Optional<ResidentState> findResident(Snapshot snapshot, ResidentId resident) {
        return Optional.ofNullable(people(snapshot).get(resident.value())).map(it -> state(resident.value(), it));
    }

    List<ResidentState> residents(Snapshot snapshot, int fromSlot, int limit) {
        return people(snapshot).entrySet().stream()
                .filter(it -> it.getValue().slot >= fromSlot)
                .limit(limit)
                .map(it -> state(it.getKey(), it.getValue()))
                .toList();
    }

    List<InteractionState> interactions(Snapshot snapshot) {
        return Optional.ofNullable(heard.get(snapshot)).orElseThrow().entrySet().stream()
                .map(it -> MadeUpTalk.of(it.getKey(), it.getValue()))
                .toList();
    }

    Optional<InteractionState> findInteraction(Snapshot snapshot, InteractionId id) {
        return interactions(snapshot).stream().filter(it -> it.id().equals(id)).findFirst();
    }

    private Map<UUID, Somebody> people(Snapshot snapshot) {
        return Optional.ofNullable(seen.get(snapshot)).orElseThrow();
    }

    private static ResidentState state(UUID id, Somebody somebody) {
        return new ResidentState(
                somebody.slot,
                new ResidentId(id),
                new Persona("somebody", "", Persona.Traits.LIKE_MOST, List.of()),
                somebody.status,
                Optional.empty(),
                new Needs(500, 500, 500),
                "waiting",
                "nothing to do",
                EPOCH);
    }

    Optional<Whereabouts> whereIs(Snapshot snapshot, ResidentId resident) {
        return Optional.ofNullable(people(snapshot).get(resident.value()))
                .filter(it -> it.status != ResidentStatus.DEPARTED)
                .map(it -> new Whereabouts(place(it.place), DISTRICT, Optional.empty(), Optional.empty()));
    }

    Optional<AccountState> findAccount(Snapshot snapshot, AccountId account) {
        return Optional.ofNullable(people(snapshot).get(account.value()))
                .map(it -> new AccountState(account, AccountKind.RESIDENT, "", new Money(it.cents), true));
    }

    WorldState now(Snapshot snapshot) {
        return new WorldState(snapshot.tick(), EPOCH, TimeOfDay.MORNING, Weather.CLEAR, EPOCH, 0);
    }

    Census census(Snapshot snapshot) {
        int gone = (int) people(snapshot).values().stream()
                .filter(it -> it.status == ResidentStatus.DEPARTED)
                .count();
        return new Census(people(snapshot).size() - gone, 0, 0, gone);
    }

    Genesis genesis() {
        return new Genesis("made up", 42, 1, EPOCH, Duration.ofMinutes(5), List.of());
    }

    int generation() {
        return generation;
    }

    EventFeed events() {
        return this;
    }
}
