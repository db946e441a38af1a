package city.economy.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.economy.AccountId;
import city.economy.Economy;
import city.economy.EconomyCommand.FoundEconomy;
import city.economy.EconomyReads;
import city.economy.FirmId;
import city.economy.FirmPlan;
import city.economy.FirmPlan.Input;
import city.economy.FirmPlan.Job;
import city.economy.FirmPlan.Product;
import city.economy.Good;
import city.economy.JobId;
import city.economy.Money;
import city.economy.Transfer;
import city.world.Hours;
import city.world.ResidentId;
import city.world.kernel.Participant;
import city.world.kernel.state.BytesColumn;
import city.world.kernel.state.Checksum;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Snapshot;
import city.world.kernel.state.Table;
import city.world.kernel.state.TableView;
import city.world.kernel.state.TextColumn;
import city.world.kernel.state.UuidColumn;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/// A city of a farm, a mill, a bakery, a tavern and a town hall, with the engine's part played by the test.
final class SmallCity {
    static final int WHEAT = 0;
    static final int FLOUR = 1;
    static final int BREAD = 2;
    static final int MEAL = 3;

    static final int FARM = 0;
    static final int MILL = 1;
    static final int BAKERY = 2;
    static final int TAVERN = 3;
    static final int HALL = 4;

    static final List<Good> GOODS = List.of(
            new Good("wheat", 0, 0, false),
            new Good("flour", 0, 0, false),
            new Good("bread", 300, 10, false),
            new Good("meal", 600, 100, true));

    final FakeWorld world = new FakeWorld();
    final FakeTurn turn = new FakeTurn();
    final FakeAlmanac almanac = new FakeAlmanac();
    final EconomyModule module = EconomyModule.assemble(world, almanac);
    final Economy economy = module.economy();
    final Participant participant = module.participant();
    private final int residents;

    /// A city with residents in slots 0 until `residents`, each with 100.00.
    static SmallCity with(int residents) {
        return with(residents, cents(1_000_000), plans());
    }

    static SmallCity with(int residents, Money treasury, List<FirmPlan> plans) {
        var city = new SmallCity(residents);
        city.participant.loaded(FakeTurn.CLOCK, 0);
        city.participant.handle(new FoundEconomy(GOODS, treasury, plans), city.turn);
        for (int slot = 0; slot < residents; slot++) {
            city.economy.openAccount(slot, resident(slot), cents(10_000), city.turn);
        }
        return city;
    }

    private SmallCity(int residents) {
        this.residents = residents;
    }

    static Money cents(long minor) {
        return new Money(minor);
    }

    static ResidentId resident(int slot) {
        return new ResidentId(new UUID(0x4e5_8000L, slot));
    }

    static AccountId purse(int slot) {
        return new AccountId(resident(slot).value());
    }

    static FirmId firm(int row) {
        return new FirmId(new UUID(0xf14_8000L, row));
    }

    static AccountId till(int row) {
        return new AccountId(firm(row).value());
    }

    static JobId job(int row) {
        return new JobId(new UUID(0x70b_8000L, row));
    }

    static List<FirmPlan> plans() {
        return List.of(
                plan(FARM, "Farm", 200_000, 0, new Product("wheat", cents(50), 20, 400, 100, List.of()), 1000),
                plan(MILL, "Mill", 200_000, 0, made("flour", 120, 20, new Input("wheat", 1100)), 1000),
                plan(BAKERY, "Bakery", 200_000, 0, made("bread", 250, 17, new Input("flour", 333)), 1000),
                plan(TAVERN, "Tavern", 200_000, 0, made("meal", 700, 7, new Input("bread", 500)), 1100),
                new FirmPlan(
                        firm(HALL),
                        "Town hall",
                        FakeWorld.locationId(HALL),
                        AccountId.TREASURY,
                        cents(5_000),
                        cents(1_307),
                        List.of(),
                        List.of(shift(HALL, 1_201, 3))));
    }

    static Product made(String good, long price, int unitsPerHour, Input input) {
        return new Product(good, cents(price), unitsPerHour, 300, 20, List.of(input));
    }

    static FirmPlan plan(int row, String name, long capital, long contract, Product product, long wage) {
        return new FirmPlan(
                firm(row),
                name,
                FakeWorld.locationId(row),
                AccountId.TREASURY,
                cents(capital),
                cents(contract),
                List.of(product),
                List.of(shift(row, wage, 2)));
    }

    static Job shift(int row, long wage, int places) {
        return new Job(job(row), "hand", cents(wage), places, new Hours(8 * 60, 16 * 60, Hours.EVERY_DAY));
    }

    int residents() {
        return residents;
    }

    /// Moves on to the given hour of city time, running the economy's phase at every tick.
    void runTo(long hour) {
        while (turn.tick < hour * 12) {
            turn.tick++;
            participant.phase(turn);
        }
    }

    void work(int slot, int hours) {
        for (int i = 0; i < hours; i++) {
            economy.book(slot, 60, turn);
        }
    }

    Transfer gift(AccountId from, AccountId to, long minor) {
        return new Transfer(from, to, cents(minor), Transfer.Kind.GIFT, "");
    }

    Snapshot snapshot() {
        var views = new HashMap<Table, TableView>();
        participant.tables().forEach(table -> views.put(table, table.publish()));
        return new Snapshot(turn.tick, turn.raised.size(), views);
    }

    EconomyReads.FirmState firmState(int row) {
        return module.reads().findFirm(snapshot(), firm(row)).orElseThrow();
    }

    EconomyReads.PurseState purseState(int slot) {
        return module.reads().findPurse(snapshot(), resident(slot)).orElseThrow();
    }

    long balance(AccountId account) {
        return module.reads()
                .findAccount(snapshot(), account)
                .orElseThrow()
                .balance()
                .minor();
    }

    int stock(int location, int good) {
        return economy.offersAt(location).stream()
                .filter(offer -> offer.good() == good)
                .findFirst()
                .orElseThrow()
                .stock();
    }

    Checksum checksum() {
        var sum = Checksum.ZERO;
        for (var table : participant.tables()) {
            table.drain();
            sum = sum.plus(table.checksum());
        }
        return sum;
    }

    void mustBeSound() {
        assertThat(participant.check()).isEmpty();
        assertThat(participant.audit()).isEmpty();
    }

    /// The same city in another process: filled from this one's tables, its indexes built anew.
    SmallCity reloaded() {
        var other = new SmallCity(residents);
        for (int i = 0; i < participant.tables().size(); i++) {
            copy(participant.tables().get(i), other.participant.tables().get(i));
        }
        other.turn.tick = turn.tick;
        other.world.shut.or(world.shut);
        other.participant.loaded(FakeTurn.CLOCK, turn.tick);
        return other;
    }

    private static void copy(Table from, Table to) {
        for (int row = from.next(0); row >= 0; row = from.next(row + 1)) {
            to.add(row);
            for (int c = 0; c < from.columns().size(); c++) {
                var target = to.columns().get(c);
                switch (from.columns().get(c)) {
                    case LongColumn it -> ((LongColumn) target).set(row, it.get(row));
                    case IntColumn it -> ((IntColumn) target).set(row, it.get(row));
                    case TextColumn it -> ((TextColumn) target).set(row, it.get(row));
                    case UuidColumn it -> ((UuidColumn) target).set(row, it.get(row));
                    case BytesColumn it -> ((BytesColumn) target).set(row, it.get(row));
                }
            }
        }
    }
}
