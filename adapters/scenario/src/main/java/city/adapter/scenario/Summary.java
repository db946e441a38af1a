package city.adapter.scenario;

import city.economy.EconomyCommand.FoundEconomy;
import city.economy.FirmPlan;
import city.economy.Good;
import city.world.Atlas;
import city.world.WorldCommand.FoundWorld;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What a scenario amounts to, for who wrote it: the figures by which a city lasts or does not.
final class Summary {
    /// What a body needs in a day, in per mille: sixteen hours awake at 150 and eight asleep at 40.
    private static final double NEED_PER_MILLE = 2720;

    private final FoundEconomy economy;
    private final Map<String, Good> goods = new HashMap<>();

    private Summary(FoundEconomy economy) {
        this.economy = economy;
        economy.goods().forEach(it -> goods.put(it.name(), it));
    }

    static String of(FoundWorld world, FoundEconomy economy, int residents) {
        var of = new Summary(economy);
        return String.format(
                Locale.ROOT,
                "%d residents, %d locations in %d districts, %d firms with %d places at work; "
                        + "food for %.1f times as many, wages %.0f a day, contracts %.0f a day of a treasury of %.0f",
                residents,
                locations(world.atlas()),
                world.atlas().districts().size(),
                economy.firms().size(),
                of.places(),
                of.foodPerMille() / (NEED_PER_MILLE * Math.max(1, residents)),
                of.wages(),
                of.contracts(),
                economy.treasury().minor() / 100.0);
    }

    private static int locations(Atlas atlas) {
        return atlas.districts().stream()
                .flatMap(it -> it.neighborhoods().stream())
                .mapToInt(it -> it.locations().size())
                .sum();
    }

    private int places() {
        return economy.firms().stream()
                .flatMap(it -> it.jobs().stream())
                .mapToInt(FirmPlan.Job::places)
                .sum();
    }

    /// What the firms that sell food could still hunger by, if inputs were no matter.
    private double foodPerMille() {
        return economy.firms().stream().mapToDouble(this::foodPerMille).sum();
    }

    private double foodPerMille(FirmPlan firm) {
        return firm.products().stream()
                .mapToDouble(it -> nourish(it.good()) * hours(firm) * it.unitsPerHour())
                .max()
                .orElse(0);
    }

    private int nourish(String good) {
        var known = goods.get(good);
        return known == null ? 0 : known.nourishPerMille();
    }

    private double wages() {
        return economy.firms().stream()
                .flatMap(it -> it.jobs().stream())
                .mapToDouble(it -> hours(it) * it.hourlyWage().minor() / 100.0)
                .sum();
    }

    private double contracts() {
        return economy.firms().stream()
                .mapToDouble(it -> hours(it) * it.contractPerHour().minor() / 100.0)
                .sum();
    }

    private static double hours(FirmPlan firm) {
        return firm.jobs().stream().mapToDouble(Summary::hours).sum();
    }

    /// On an average day of the week.
    private static double hours(FirmPlan.Job job) {
        return job.places()
                * job.shift().minutes()
                / 60.0
                * Integer.bitCount(job.shift().days())
                / 7;
    }
}
