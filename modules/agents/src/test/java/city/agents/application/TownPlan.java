package city.agents.application;

import city.economy.AccountId;
import city.economy.EconomyCommand.FoundEconomy;
import city.economy.FirmId;
import city.economy.FirmPlan;
import city.economy.FirmPlan.Job;
import city.economy.FirmPlan.Product;
import city.economy.Good;
import city.economy.JobId;
import city.economy.Money;
import city.world.Atlas;
import city.world.Climate;
import city.world.Hours;
import city.world.LocationId;
import city.world.LocationKind;
import city.world.WorldCommand.FoundWorld;
import city.world.kernel.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The town of the tests: homes, a bakery and a grocer, a tavern, a hall where most work, and places to be.
final class TownPlan {
    static final LocationId STREET = place(0);
    static final LocationId HOME = place(1);
    static final LocationId BAKERY = place(2);
    static final LocationId GROCER = place(3);
    static final LocationId TAVERN = place(4);
    static final LocationId SQUARE = place(5);
    static final LocationId PARK = place(6);
    static final LocationId LIBRARY = place(7);
    static final LocationId HALL = place(8);

    static final JobId CLERK = job(1);
    static final JobId BAKER = job(2);
    static final JobId HOST = job(3);
    static final JobId GROCERS = job(4);

    private static final int EVERY_DAY = Hours.EVERY_DAY;

    private TownPlan() {}

    static List<Command<?>> founding() {
        return List.of(new FoundWorld(atlas(), Climate.DRY), economy());
    }

    static LocationId place(int number) {
        return new LocationId(new UUID(0x10c_8000L, number));
    }

    private static JobId job(int number) {
        return new JobId(new UUID(0x70b_8000L, number));
    }

    private static Atlas atlas() {
        var places = new ArrayList<Atlas.Location>();
        places.add(location(STREET, "Street", LocationKind.STREET, 0, 0, Hours.ALWAYS));
        places.add(location(HOME, "Home", LocationKind.HOME, 100, 0, Hours.ALWAYS));
        places.add(location(BAKERY, "Bakery", LocationKind.SHOP, 300, 100, hours(6, 18)));
        places.add(location(GROCER, "Grocer", LocationKind.SHOP, 900, 300, hours(8, 20)));
        places.add(location(TAVERN, "Tavern", LocationKind.TAVERN, 500, 0, hours(10, 24)));
        places.add(location(SQUARE, "Square", LocationKind.SQUARE, 400, 400, Hours.ALWAYS));
        places.add(location(PARK, "Park", LocationKind.PARK, 0, 700, Hours.ALWAYS));
        places.add(location(LIBRARY, "Library", LocationKind.LIBRARY, 700, 700, hours(9, 22)));
        places.add(location(HALL, "Hall", LocationKind.HALL, 800, 0, hours(8, 18)));
        var middle = new Atlas.Neighborhood(new UUID(0x4e_8000L, 1), "Middle", places);
        return new Atlas(List.of(new Atlas.District(new UUID(0xd1_8000L, 1), "Town", List.of(middle))));
    }

    private static Atlas.Location location(LocationId id, String name, LocationKind kind, int x, int y, Hours hours) {
        return new Atlas.Location(id, name, kind, x, y, 100, List.of(hours));
    }

    private static Hours hours(int from, int to) {
        return new Hours(from * 60, to * 60, EVERY_DAY);
    }

    private static FoundEconomy economy() {
        var goods = List.of(
                new Good("bread", 350, 0, false),
                new Good("cheese", 400, 10, false),
                new Good("meal", 700, 50, true),
                new Good("ale", 0, 150, true));
        var bread = new Product("bread", new Money(200), 30, 2000, 500, List.of());
        var cheese = new Product("cheese", new Money(400), 20, 2000, 500, List.of());
        var meal = new Product("meal", new Money(900), 10, 500, 100, List.of());
        var ale = new Product("ale", new Money(300), 20, 500, 200, List.of());
        return new FoundEconomy(
                goods,
                new Money(100_000_000),
                List.of(
                        firm(
                                1,
                                "Hall",
                                HALL,
                                3000,
                                List.of(),
                                new Job(CLERK, "clerk", new Money(2500), 20, week(9, 17))),
                        firm(
                                2,
                                "Bakery",
                                BAKERY,
                                0,
                                List.of(bread),
                                new Job(BAKER, "baker", new Money(1500), 2, week(5, 13))),
                        firm(
                                3,
                                "Tavern",
                                TAVERN,
                                0,
                                List.of(meal, ale),
                                new Job(HOST, "host", new Money(1400), 2, new Hours(17 * 60, 25 * 60, EVERY_DAY))),
                        firm(
                                4,
                                "Grocer",
                                GROCER,
                                0,
                                List.of(cheese),
                                new Job(GROCERS, "grocer", new Money(1400), 2, week(8, 16)))));
    }

    private static Hours week(int from, int to) {
        return new Hours(from * 60, to * 60, 0b0011111);
    }

    private static FirmPlan firm(
            int number, String name, LocationId place, long contract, List<Product> products, Job job) {
        return new FirmPlan(
                new FirmId(new UUID(0xf1_8000L, number)),
                name,
                place,
                AccountId.TREASURY,
                new Money(5_000_000),
                new Money(contract),
                products,
                List.of(job));
    }
}
