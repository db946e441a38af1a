package city.adapter.web;

import city.agents.AgentsReads;
import city.agents.MindKind;
import city.agents.MindSettings;
import city.agents.Occasion;
import city.agents.Persona;
import city.agents.ResidentStatus;
import city.economy.AccountId;
import city.economy.EconomyReads;
import city.economy.FirmId;
import city.economy.Money;
import city.economy.Transfer;
import city.economy.TransferId;
import city.economy.spi.TransferHistory;
import city.world.LocationId;
import city.world.ResidentId;
import city.world.TimeOfDay;
import city.world.Weather;
import city.world.WorldReads;
import city.world.kernel.state.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/// A city of one district, one mill, one firm and three residents, of whom one has departed.
final class TestCity implements WorldReads, AgentsReads, EconomyReads, TransferHistory {
    volatile NightState nights = NightState.NONE;
    volatile MindSettings mind = new MindSettings(MindKind.MODEL, 300, 2);

    static final UUID ADA = new UUID(1, 1);
    static final UUID BEN = new UUID(1, 2);
    static final UUID GONE = new UUID(1, 3);
    static final UUID DOWNTOWN = new UUID(2, 1);
    static final UUID MILL = new UUID(3, 1);
    static final UUID FIRM = new UUID(4, 1);
    static final UUID JOB = new UUID(5, 1);

    /// Changed by a test to let the crowd move.
    volatile Positions whereabouts = new TestCrowd(2, 1);

    /// Of everybody; changed by a test.
    volatile Persona.Traits traits = Persona.Traits.LIKE_MOST;

    /// Set by a test to let the history be out of reach.
    volatile boolean transfersAreAway;

    @Override
    public WorldState now(Snapshot snapshot) {
        return new WorldState(snapshot.tick(), FakeKernel.EPOCH, TimeOfDay.NIGHT, Weather.CLEAR, FakeKernel.EPOCH, 2);
    }

    @Override
    public List<DistrictState> districts(Snapshot snapshot) {
        var neighborhood = new NeighborhoodState(new UUID(2, 2), "Old Town", List.of(new LocationId(MILL)));
        return List.of(new DistrictState(DOWNTOWN, "Downtown", List.of(neighborhood), 2));
    }

    @Override
    public Optional<DistrictState> findDistrict(Snapshot snapshot, UUID id) {
        return districts(snapshot).stream().filter(it -> it.id().equals(id)).findFirst();
    }

    @Override
    public List<LocationState> locations(Snapshot snapshot) {
        return List.of(TestMill.STATE);
    }

    @Override
    public Optional<LocationState> findLocation(Snapshot snapshot, LocationId id) {
        return Optional.of(TestMill.STATE).filter(it -> it.location().id().equals(id));
    }

    @Override
    public LocationId locationAt(Snapshot snapshot, int row) {
        return TestMill.STATE.location().id();
    }

    @Override
    public Optional<Whereabouts> whereIs(Snapshot snapshot, ResidentId resident) {
        return resident.value().equals(GONE)
                ? Optional.empty()
                : Optional.of(new Whereabouts(new LocationId(MILL), DOWNTOWN, Optional.empty(), Optional.empty()));
    }

    @Override
    public List<ResidentId> residentsAt(Snapshot snapshot, LocationId location) {
        return List.of(new ResidentId(ADA), new ResidentId(BEN));
    }

    @Override
    public int slotOf(Snapshot snapshot, ResidentId resident) {
        return (int) resident.value().getLeastSignificantBits() - 1;
    }

    @Override
    public Positions positions(Snapshot snapshot) {
        return whereabouts;
    }

    @Override
    public Activities activities(Snapshot snapshot) {
        return new TestCrowd.Deeds(3);
    }

    @Override
    public Optional<ResidentState> findResident(Snapshot snapshot, ResidentId resident) {
        return residents(snapshot, 0, 10).stream()
                .filter(it -> it.id().equals(resident))
                .findFirst();
    }

    @Override
    public List<ResidentState> residents(Snapshot snapshot, int fromSlot, int limit) {
        var all = List.of(
                resident(0, ADA, "Ada", ResidentStatus.ACTIVE),
                resident(1, BEN, "Ben", ResidentStatus.SLEEPING),
                resident(2, GONE, "Gus", ResidentStatus.DEPARTED));
        return IntStream.range(fromSlot, all.size())
                .limit(limit)
                .mapToObj(all::get)
                .toList();
    }

    @Override
    public Census census(Snapshot snapshot) {
        return new Census(1, 1, 0, 1);
    }

    @Override
    public Optional<Observation> observe(Snapshot snapshot, ResidentId resident) {
        return findResident(snapshot, resident)
                .map(_ -> new Observation(
                        FakeKernel.EPOCH,
                        "night",
                        "clear",
                        Optional.of(new LocationId(MILL)),
                        "The Mill",
                        "mill",
                        true,
                        2,
                        List.of(new Person(new ResidentId(BEN), "Ben", "asleep")),
                        List.of(new Offer("flour", "2.00", 7)),
                        "1000.00",
                        new Needs(500, 600, 700),
                        Optional.empty(),
                        List.of()));
    }

    @Override
    public List<PlannedStep> plan(Snapshot snapshot, ResidentId resident) {
        return List.of(new PlannedStep(FakeKernel.EPOCH, "work", Optional.of(new LocationId(MILL))));
    }

    @Override
    public NightState nights(Snapshot snapshot, ResidentId resident) {
        return resident.equals(new ResidentId(ADA)) ? nights : NightState.NONE;
    }

    @Override
    public Optional<MindState> mind(Snapshot snapshot, ResidentId resident) {
        return findResident(snapshot, resident).map(_ -> new MindState(mind, 5, Optional.of(Occasion.MORNING)));
    }

    @Override
    public Optional<AccountState> findAccount(Snapshot snapshot, AccountId account) {
        return accounts(snapshot).stream().filter(it -> it.id().equals(account)).findFirst();
    }

    @Override
    public List<AccountState> accounts(Snapshot snapshot) {
        return List.of(
                new AccountState(AccountId.MINT, AccountKind.MINT, "mint", new Money(-200_000), true),
                new AccountState(new AccountId(ADA), AccountKind.RESIDENT, ADA.toString(), new Money(100_000), true),
                new AccountState(new AccountId(BEN), AccountKind.RESIDENT, BEN.toString(), new Money(100_000), true));
    }

    @Override
    public List<FirmState> firms(Snapshot snapshot) {
        return List.of(new FirmState(
                new FirmId(FIRM),
                "Miller & Co",
                new LocationId(MILL),
                AccountId.TREASURY,
                new Money(500_000),
                Money.ZERO,
                List.of(new Sale("flour", new Money(200), 7)),
                List.of(TestMill.JOB)));
    }

    @Override
    public Optional<FirmState> findFirm(Snapshot snapshot, FirmId firm) {
        return firms(snapshot).stream().filter(it -> it.id().equals(firm)).findFirst();
    }

    @Override
    public Optional<PurseState> findPurse(Snapshot snapshot, ResidentId resident) {
        return findResident(snapshot, resident)
                .map(_ -> new PurseState(
                        new Money(100_000),
                        Optional.of(TestMill.JOB),
                        Money.ZERO,
                        Money.ZERO,
                        List.of(new Carried("bread", 1))));
    }

    @Override
    public List<EconomyReads.Sale> salesAt(Snapshot snapshot, LocationId location) {
        return List.of();
    }

    @Override
    public Totals totals(Snapshot snapshot) {
        return new Totals(Money.ZERO, new Money(200_000), Money.ZERO);
    }

    @Override
    public Measures measures(Snapshot snapshot) {
        var spread = new Spread(2, new Money(200_000), new Money(100_000), new Money(100_000), new Money(100_000), 0);
        return new Measures(new Money(700_000), Money.ZERO, spread, 1);
    }

    @Override
    public List<Day> days(Snapshot snapshot, long today, int limit) {
        return IntStream.range(0, limit)
                .mapToObj(it -> new Day(today - it, new Money(100 + it), new Money(50), new Money(70)))
                .toList();
    }

    @Override
    public List<Ranked> wealthiest(Snapshot snapshot, Optional<Ranked> after, int limit) {
        var all = List.of(
                new Ranked(1, new ResidentId(ADA), new Money(100_000)),
                new Ranked(2, new ResidentId(BEN), new Money(100_000)));
        return all.stream()
                .dropWhile(it -> after.filter(last -> !it.resident().equals(last.resident()))
                        .isPresent())
                .skip(after.isPresent() ? 1 : 0)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<PastTransfer> find(TransferId id) {
        return all().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    @Override
    public List<PastTransfer> list(Optional<AccountId> account, long beforeSequence, int limit) {
        if (transfersAreAway) {
            throw new IllegalStateException("connection refused by secret-host");
        }
        return all().stream()
                .filter(it -> it.sequence() < beforeSequence)
                .limit(limit)
                .toList();
    }

    private static List<PastTransfer> all() {
        return List.of(past(5), past(4), past(3), past(2), past(1));
    }

    private static PastTransfer past(int number) {
        return new PastTransfer(
                new TransferId(new UUID(6, number)),
                new AccountId(ADA),
                new AccountId(BEN),
                new Money(number),
                Transfer.Kind.GIFT,
                "",
                number,
                number,
                FakeKernel.EPOCH);
    }

    private ResidentState resident(int slot, UUID id, String name, ResidentStatus status) {
        return new ResidentState(
                slot,
                new ResidentId(id),
                new Persona(name, "Somebody.", traits, List.of("bake bread")),
                status,
                Optional.of(new LocationId(MILL)),
                new Needs(500, 600, 700),
                "waiting",
                "nothing to do",
                FakeKernel.EPOCH);
    }
}
