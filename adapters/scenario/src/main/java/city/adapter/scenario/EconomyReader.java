package city.adapter.scenario;

import city.adapter.scenario.Directory.Spot;
import city.adapter.scenario.text.HoursText;
import city.adapter.scenario.text.Section;
import city.adapter.scenario.text.Value;
import city.economy.AccountId;
import city.economy.EconomyCommand.FoundEconomy;
import city.economy.FirmPlan;
import city.economy.Good;
import city.economy.Money;
import city.world.Hours;
import city.world.LocationKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads goods, then treasury and firms. For firms, locations and the names of residents must be in the directory
/// already.
final class EconomyReader {
    static final Money MAX_MONEY = new Money(100_000_000_000_000L);
    private static final int MAX_SHIFT_MINUTES = 12 * 60;
    private static final String GOOD_NAME = "[a-z][a-z0-9_-]{0,39}";

    /// Stands in for a location that is missing, so that reading can go on.
    private static final Spot NOWHERE = new Spot(Ids.location("?"), "?", LocationKind.STREET, 1, "", List.of());

    private final Directory directory;
    private final List<Value> inputs = new ArrayList<>();
    private final Set<String> made = new HashSet<>();

    EconomyReader(Directory directory) {
        this.directory = directory;
    }

    List<Good> goods(Section root) {
        return root.sections("goods").stream().map(this::good).toList();
    }

    /// @param others firms that are there besides, on terms that were read here
    FoundEconomy read(Section root, List<Good> goods, List<FirmPlan> others) {
        var treasury = root.money("treasury", MAX_MONEY);
        var firms =
                new ArrayList<>(root.sections("firms").stream().map(this::firm).toList());
        firms.addAll(others);
        for (var input : inputs) {
            if (!made.contains(input.raw())) {
                input.refuse("must be made by some firm: \"%s\"".formatted(input.raw()));
            }
        }
        return new FoundEconomy(goods, treasury, firms);
    }

    private Good good(Section section) {
        var name = directory.name("good", section);
        section.find("name").ifPresent(it -> it.raw("^%s$".formatted(GOOD_NAME)));
        if (!name.equals("?") && !name.matches(GOOD_NAME)) {
            section.faults()
                    .add(
                            section.place("name"),
                            "must be 1 to 40 lower-case letters, digits, _ or -: \"%s\"".formatted(name));
            name = "unknown";
        }
        int nourish = section.number("nourish_per_mille", 0, 1000, 0);
        int cheer = section.number("cheer_per_mille", 0, 1000, 0);
        boolean onTheSpot = section.find("on_the_spot").map(Value::flag).orElse(false);
        section.end();
        return new Good(name.equals("?") ? "unknown" : name, nourish, cheer, onTheSpot);
    }

    private FirmPlan firm(Section section) {
        var name = directory.name("firm", section);
        var spot = section.get("location").flatMap(directory::spot);
        var owner = section.find("owner").map(this::owner).orElse(AccountId.TREASURY);
        var terms = terms(section);
        section.end();
        return terms.found(name, spot.orElse(NOWHERE), owner, directory, section);
    }

    /// Reads what a firm is like; the section is not ended.
    FirmTerms terms(Section section) {
        var capital = section.find("capital").map(it -> it.money(MAX_MONEY)).orElse(Money.ZERO);
        var contract = section.find("contract_per_hour")
                .map(it -> it.money(FirmPlan.MAX_RATE))
                .orElse(Money.ZERO);
        var products = products(section);
        var jobs = section.sections("jobs", FirmPlan.MAX_JOBS).stream()
                .map(EconomyReader::job)
                .toList();
        return new FirmTerms(capital, contract, products, jobs);
    }

    private AccountId owner(Value owner) {
        if (owner.raw().equals("treasury") || !directory.knows("resident", owner)) {
            return AccountId.TREASURY;
        }
        return new AccountId(Ids.resident(owner.raw()).value());
    }

    private List<FirmPlan.Product> products(Section firm) {
        var sold = new HashSet<String>();
        var products = new ArrayList<FirmPlan.Product>();
        for (var section : firm.sections("products", FirmPlan.MAX_PRODUCTS)) {
            var product = product(section);
            if (!sold.add(product.good())) {
                section.faults()
                        .add(section.place("good"), "must be sold once by a firm: \"%s\"".formatted(product.good()));
            }
            products.add(product);
        }
        return products;
    }

    private FirmPlan.Product product(Section section) {
        var good = section.get("good")
                .filter(it -> directory.knows("good", it))
                .map(Value::raw)
                .orElse("?");
        made.add(good);
        int before = section.faults().count();
        var price = section.money("price", FirmPlan.MAX_RATE);
        if (!price.isPositive() && section.faults().count() == before) {
            section.faults().add(section.place("price"), "must be above zero: " + price);
        }
        int unitsPerHour = section.number("units_per_hour", 1, FirmPlan.Product.MAX_UNITS_PER_HOUR);
        int stockCap = section.number("stock_cap", 1, FirmPlan.Product.MAX_STOCK);
        int opening = section.number("opening_stock", 0, FirmPlan.Product.MAX_STOCK, 0);
        if (opening > stockCap) {
            section.faults().add(section.place("opening_stock"), "must be 0 to %d: %d".formatted(stockCap, opening));
            opening = stockCap;
        }
        var uses = section.sections("inputs", FirmPlan.Product.MAX_INPUTS).stream()
                .map(it -> input(it, good))
                .toList();
        section.end();
        var posted = price.isPositive() ? price : new Money(1);
        return new FirmPlan.Product(good, posted, unitsPerHour, stockCap, opening, uses);
    }

    private FirmPlan.Input input(Section section, String product) {
        var good = section.get("good").filter(it -> directory.knows("good", it));
        good.ifPresent(inputs::add);
        if (good.isPresent() && good.get().raw().equals(product)) {
            good.get().refuse("must not be an input of itself: \"%s\"".formatted(product));
        }
        int milliUnits = section.number("milli_units", 1, FirmPlan.Input.MAX_MILLI_UNITS);
        section.end();
        return new FirmPlan.Input(good.map(Value::raw).orElse("?"), milliUnits);
    }

    private static FirmTerms.Job job(Section section) {
        var title = section.text("title", Directory.MAX_NAME_LENGTH);
        var wage = section.money("hourly_wage", FirmPlan.MAX_RATE);
        int places = section.number("places", 1, FirmPlan.Job.MAX_PLACES, 1);
        var shift = section.get("shift").map(EconomyReader::shift).orElse(new Hours(0, 60, Hours.EVERY_DAY));
        section.end();
        return new FirmTerms.Job(title, wage, places, shift, section.place("title"));
    }

    private static Hours shift(Value value) {
        int before = value.faults().count();
        var shift = HoursText.one(value);
        if (shift.minutes() <= MAX_SHIFT_MINUTES) {
            return shift;
        }
        if (value.faults().count() == before) {
            value.refuse("must be at most 12 hours: \"%s\"".formatted(value.raw()));
        }
        return new Hours(0, 60, Hours.EVERY_DAY);
    }
}
