package city.adapter.scenario;

import city.agents.AgentsCommand.Spawn;
import city.economy.EconomyCommand.FoundEconomy;
import city.economy.FirmPlan;
import city.economy.Good;
import city.world.kernel.Genesis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a scenario's firms can make, cost and earn on an average day, when all places are taken.
///
/// @param genesis of which it is
final class Balance {
    /// Sixteen hours awake at 150 per mille of hunger and eight asleep at 40.
    static final int HUNGER_PER_MILLE_A_DAY = 2720;

    private static final double ALES_A_DAY = 0.8;

    private final FoundEconomy economy;
    private final int residents;
    private final Map<String, Good> goods = new HashMap<>();

    Balance(Genesis genesis) {
        economy = (FoundEconomy) genesis.founding().get(1);
        residents = (int)
                genesis.founding().stream().filter(Spawn.class::isInstance).count();
        economy.goods().forEach(it -> goods.put(it.name(), it));
    }

    int places() {
        return economy.firms().stream()
                .flatMap(it -> it.jobs().stream())
                .mapToInt(FirmPlan.Job::places)
                .sum();
    }

    double need() {
        return (double) residents * HUNGER_PER_MILLE_A_DAY;
    }

    /// What the firms that sell food could still hunger by, if inputs were no matter.
    double foodPerMille() {
        return economy.firms().stream().mapToDouble(this::foodPerMille).sum();
    }

    private double foodPerMille(FirmPlan firm) {
        return firm.products().stream()
                .mapToDouble(it -> nourish(it.good()) * hours(firm) * it.unitsPerHour())
                .max()
                .orElse(0);
    }

    /// How much of its hours each trade works when all that are hungry are fed by every seller in proportion, and all
    /// that thirst have their ale.
    Map<Set<String>, Double> load(double hunger) {
        var demand = new HashMap<String, Double>();
        double share = hunger / foodPerMille();
        for (var firm : economy.firms()) {
            for (var product : firm.products()) {
                double units = nourish(product.good()) > 100
                        ? share * hours(firm) * product.unitsPerHour()
                        : product.good().equals("ale") ? ALES_A_DAY * residents / sellers("ale") : 0;
                demand.merge(product.good(), units, Double::sum);
            }
        }
        deriveInputs(demand);
        return hoursAsked(demand);
    }

    private void deriveInputs(Map<String, Double> demand) {
        for (var good : List.of("bread", "basket", "meal", "ale", "flour")) {
            for (var input : recipe(good)) {
                demand.merge(input.good(), demand.getOrDefault(good, 0.0) * input.milliUnits() / 1000, Double::sum);
            }
        }
    }

    private Map<Set<String>, Double> hoursAsked(Map<String, Double> demand) {
        var has = new LinkedHashMap<Set<String>, Double>();
        var asked = new LinkedHashMap<Set<String>, Double>();
        for (var firm : economy.firms()) {
            var trade = new HashSet<String>();
            firm.products().forEach(it -> trade.add(it.good()));
            if (!trade.isEmpty()) {
                has.merge(trade, hours(firm), Double::sum);
                double hours = firm.products().stream()
                        .mapToDouble(it -> demand.getOrDefault(it.good(), 0.0) / it.unitsPerHour())
                        .sum();
                asked.put(trade, hours);
            }
        }
        asked.replaceAll((trade, hours) -> hours / has.getOrDefault(trade, 1.0));
        return asked;
    }

    double wages() {
        return economy.firms().stream().mapToDouble(this::wages).sum();
    }

    double contracts() {
        return economy.firms().stream().mapToDouble(this::contract).sum();
    }

    double treasury() {
        return economy.treasury().minor() / 100.0;
    }

    /// What residents spend: a third of their food from each kind of seller, and ale.
    double spending() {
        double perMille = List.of("bread", "basket", "meal").stream()
                        .mapToDouble(it -> price(it) / nourish(it))
                        .sum()
                / 3;
        return need() * perMille + ALES_A_DAY * residents * price("ale");
    }

    /// Firms that cannot pay three days of wages from their capital.
    List<String> firmsShortOfCapital() {
        var poor = new ArrayList<String>();
        for (var firm : economy.firms()) {
            if (firm.capital().minor() / 100.0 < 3 * wages(firm)) {
                poor.add(firm.name());
            }
        }
        return poor;
    }

    double wages(FirmPlan firm) {
        return firm.jobs().stream()
                .mapToDouble(it -> hours(it) * it.hourlyWage().minor() / 100.0)
                .sum();
    }

    private double contract(FirmPlan firm) {
        return hours(firm) * firm.contractPerHour().minor() / 100.0;
    }

    private static double hours(FirmPlan firm) {
        return firm.jobs().stream().mapToDouble(Balance::hours).sum();
    }

    private static double hours(FirmPlan.Job job) {
        return job.places()
                * job.shift().minutes()
                / 60.0
                * Integer.bitCount(job.shift().days())
                / 7;
    }

    private int nourish(String good) {
        var known = goods.get(good);
        return known == null ? 0 : known.nourishPerMille();
    }

    private long sellers(String good) {
        return products(good).size();
    }

    private double price(String good) {
        return products(good).getFirst().price().minor() / 100.0;
    }

    private List<FirmPlan.Input> recipe(String good) {
        return products(good).isEmpty() ? List.of() : products(good).getFirst().inputs();
    }

    private List<FirmPlan.Product> products(String good) {
        return economy.firms().stream()
                .flatMap(it -> it.products().stream())
                .filter(it -> it.good().equals(good))
                .toList();
    }
}
