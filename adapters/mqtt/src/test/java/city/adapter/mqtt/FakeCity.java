package city.adapter.mqtt;

import city.agents.AgentsReads;
import city.economy.AccountId;
import city.economy.EconomyEvent.MoneyTransferred;
import city.economy.Money;
import city.economy.Transfer;
import city.economy.TransferId;
import city.world.LocationId;
import city.world.ResidentId;
import city.world.TimeOfDay;
import city.world.Weather;
import city.world.WorldReads;
import city.world.kernel.Event;
import city.world.kernel.EventType;
import city.world.kernel.EventType.Audience;
import city.world.kernel.Genesis;
import city.world.kernel.access.BelowHorizon;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.Kernel;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.access.Pace;
import city.world.kernel.access.Receipt;
import city.world.kernel.access.Submission;
import city.world.kernel.access.Vitals;
import city.world.kernel.state.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/// A city that does nothing but what a test tells it: a log, a clock and a sky.
public final class FakeCity implements Kernel, EventFeed, WorldReads, AgentsReads {
    private static final Instant EPOCH = Instant.parse("2030-01-01T06:00:00Z");

    private final List<LoggedEvent> log = new ArrayList<>();
    private final Map<String, Long> chain = new HashMap<>();
    private volatile long tick;
    private volatile long telemetryHorizon;
    private volatile Weather weather = Weather.CLEAR;

    public static UUID id(long number) {
        return new UUID(0x8000L, 0x8000_0000_0000_0000L | number);
    }

    public void runTo(long later) {
        tick = later;
    }

    /// Telemetry up to here is taken for removed.
    public void forgetTelemetry(long horizon) {
        telemetryHorizon = horizon;
    }

    public void turn(Weather now) {
        weather = now;
    }

    /// @return the event as it stands in the log
    public synchronized LoggedEvent append(Event event) {
        var type = Optional.ofNullable(event.getClass().getAnnotation(EventType.class))
                .orElseThrow();
        var sequence = log.size() + 1L;
        var previous = type.audience() == Audience.PUBLIC ? chain.getOrDefault(type.topic(), 0L) : 0;
        var logged = new LoggedEvent(
                sequence,
                id(sequence),
                tick,
                EPOCH.plus(Duration.ofMinutes(5 * tick)),
                type.value(),
                type.topic(),
                type.audience(),
                event.subject(),
                previous,
                Events.CODEC.write(event));
        if (type.audience() == Audience.PUBLIC) {
            chain.put(type.topic(), sequence);
        }
        log.add(logged);
        notifyAll();
        return logged;
    }

    /// From one of five payers, in turns.
    public void pay(int payments) {
        for (int each = 0; each < payments; each++) {
            append(new MoneyTransferred(
                    new TransferId(id(each)),
                    new AccountId(id(each % 5)),
                    new AccountId(id(99)),
                    new Money(each + 1),
                    Transfer.Kind.PURCHASE,
                    "bread"));
        }
    }

    @Override
    public synchronized Batch read(long afterSequence, Filter filter, int limit) {
        if (afterSequence < horizon(filter)) {
            throw new BelowHorizon(afterSequence, Audience.TELEMETRY, telemetryHorizon);
        }
        var passed = log.stream()
                .skip(afterSequence)
                .filter(filter::accepts)
                .limit(limit)
                .toList();
        return new Batch(
                passed, passed.size() < limit ? log.size() : passed.getLast().sequence());
    }

    @Override
    public synchronized boolean await(long afterSequence, Duration atMost) throws InterruptedException {
        var until = System.nanoTime() + atMost.toNanos();
        while (log.size() <= afterSequence && System.nanoTime() < until) {
            wait(Math.max(1, (until - System.nanoTime()) / 1_000_000));
        }
        return log.size() > afterSequence;
    }

    @Override
    public long horizon(Filter filter) {
        return filter.telemetry() ? telemetryHorizon : 0;
    }

    @Override
    public synchronized long lastSequence() {
        return log.size();
    }

    @Override
    public Snapshot snapshotOfTick() {
        return snapshot();
    }

    @Override
    public Snapshot snapshot() {
        return new Snapshot(tick, lastSequence(), Map.of());
    }

    @Override
    public Genesis genesis() {
        return new Genesis("test city", 42, 1, EPOCH, Duration.ofMinutes(5), List.of());
    }

    @Override
    public int generation() {
        return 1;
    }

    @Override
    public EventFeed events() {
        return this;
    }

    @Override
    public WorldState now(Snapshot snapshot) {
        var time = EPOCH.plus(Duration.ofMinutes(5 * snapshot.tick()));
        return new WorldState(snapshot.tick(), time, TimeOfDay.MORNING, weather, EPOCH, 7);
    }

    @Override
    public Census census(Snapshot snapshot) {
        return new Census(7, 3, 0, 0);
    }

    @Override
    public Pace pace() {
        return new Pace() {
            @Override
            public boolean running() {
                return true;
            }

            @Override
            public double ticksPerSecond() {
                return 1;
            }

            @Override
            public void pause() {}

            @Override
            public boolean stands() {
                return false;
            }

            @Override
            public void resume() {}

            @Override
            public void holdWhile(BooleanSupplier holds) {}

            @Override
            public void step(int ticks) {}

            @Override
            public void speed(double ticksPerSecond) {}
        };
    }

    @Override
    public Vitals vitals() {
        return new Vitals(Vitals.State.RUNNING, Optional.empty());
    }

    @Override
    public <R> CompletionStage<Receipt<R>> submit(Submission<R> submission) {
        throw notAsked();
    }

    @Override
    public List<DistrictState> districts(Snapshot snapshot) {
        throw notAsked();
    }

    @Override
    public Optional<DistrictState> findDistrict(Snapshot snapshot, UUID id) {
        throw notAsked();
    }

    @Override
    public List<LocationState> locations(Snapshot snapshot) {
        throw notAsked();
    }

    @Override
    public Optional<LocationState> findLocation(Snapshot snapshot, LocationId id) {
        throw notAsked();
    }

    @Override
    public LocationId locationAt(Snapshot snapshot, int row) {
        throw notAsked();
    }

    @Override
    public Optional<Whereabouts> whereIs(Snapshot snapshot, ResidentId resident) {
        throw notAsked();
    }

    @Override
    public List<ResidentId> residentsAt(Snapshot snapshot, LocationId location) {
        throw notAsked();
    }

    @Override
    public int slotOf(Snapshot snapshot, ResidentId resident) {
        throw notAsked();
    }

    @Override
    public Optional<ResidentState> findResident(Snapshot snapshot, ResidentId resident) {
        throw notAsked();
    }

    @Override
    public List<ResidentState> residents(Snapshot snapshot, int fromSlot, int limit) {
        throw notAsked();
    }

    @Override
    public Optional<Observation> observe(Snapshot snapshot, ResidentId resident) {
        throw notAsked();
    }

    @Override
    public NightState nights(Snapshot snapshot, ResidentId resident) {
        throw notAsked();
    }

    @Override
    public Optional<MindState> mind(Snapshot snapshot, ResidentId resident) {
        throw notAsked();
    }

    @Override
    public List<PlannedStep> plan(Snapshot snapshot, ResidentId resident) {
        throw notAsked();
    }

    @Override
    public Positions positions(Snapshot snapshot) {
        throw notAsked();
    }

    @Override
    public Activities activities(Snapshot snapshot) {
        throw notAsked();
    }

    private static UnsupportedOperationException notAsked() {
        return new UnsupportedOperationException("the adapter has no business with this");
    }
}
