package city.economy.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Who sells what where, who needs what, and what a day of a firm costs: indexes over what the founding fixed.
public final class Trade {
    private static final int[] NONE = {};

    private final Books books;
    private final Map<Integer, int[]> atLocation = new HashMap<>();
    private int[][] suppliers = {};
    private List<List<Need>> needs = List.of();
    private long[] dailyCost = {};

    Trade(Books books) {
        this.books = books;
    }

    /// An input that a firm uses up.
    ///
    /// @param units that a day of full work takes
    public record Need(int good, long units) {}

    void reindex() {
        var products = books.products();
        var byPlace = new TreeMap<Integer, List<Integer>>();
        var byGood = new ArrayList<List<Integer>>();
        books.goods().list().forEach(_ -> byGood.add(new ArrayList<>()));
        for (int row = 0; row < products.count(); row++) {
            int place = books.firms().locationOf(products.firmOf(row));
            byPlace.computeIfAbsent(place, _ -> new ArrayList<>()).add(row);
            byGood.get(products.goodOf(row)).add(row);
        }
        atLocation.clear();
        byPlace.forEach((place, rows) -> atLocation.put(place, cheapestFirst(rows)));
        suppliers = byGood.stream().map(this::cheapestFirst).toArray(int[][]::new);
        indexFirms();
    }

    /// Rows of the products sold at a location: by good, the cheapest first, then by row. Not to be written to.
    public int[] atLocation(int location) {
        return atLocation.getOrDefault(location, NONE);
    }

    /// The goods of the firms at a location, ascending.
    public int[] goodsAt(int location) {
        return Arrays.stream(atLocation(location))
                .map(books.products()::goodOf)
                .distinct()
                .toArray();
    }

    /// Rows of the products that are this good, the cheapest first, then by row. Not to be written to.
    public int[] suppliersOf(int good) {
        return suppliers[good];
    }

    public List<Need> needsOf(int firm) {
        return needs.get(firm);
    }

    /// Wages and inputs of a day on which all places are taken and every shift is done, in minor units.
    public long dailyCostOf(int firm) {
        return dailyCost[firm];
    }

    /// The lowest posted price of a good, 0 when nobody makes it.
    public long lowestPriceOf(int good) {
        return suppliers[good].length == 0 ? 0 : books.products().priceOf(suppliers[good][0]);
    }

    /// By good, the cheapest first, then by row.
    public int[] cheapestFirst(List<Integer> rows) {
        var products = books.products();
        return rows.stream()
                .sorted(Comparator.comparingInt(products::goodOf)
                        .thenComparingLong(products::priceOf)
                        .thenComparingInt(row -> row))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void indexFirms() {
        var all = new ArrayList<List<Need>>();
        dailyCost = new long[books.firms().count()];
        for (int firm = 0; firm < dailyCost.length; firm++) {
            all.add(needs(firm));
            dailyCost[firm] = dailyWages(firm);
            for (var need : all.getLast()) {
                dailyCost[firm] += need.units() * lowestPriceOf(need.good());
            }
        }
        needs = List.copyOf(all);
    }

    private List<Need> needs(int firm) {
        var micro = new long[books.goods().count()];
        var products = books.products();
        long minutes = dailyMinutes(firm);
        for (int row = books.firms().firstProduct(firm); row < books.firms().endOfProducts(firm); row++) {
            long units = products.unitsPerDay(row, minutes);
            for (int input = products.firstInput(row); input < products.endOfInputs(row); input++) {
                micro[products.inputGood(input)] += units * products.inputMilliUnits(input) * Products.MILLI;
            }
        }
        var found = new ArrayList<Need>();
        for (int good = 0; good < micro.length; good++) {
            if (micro[good] > 0) {
                found.add(new Need(good, Math.ceilDiv(micro[good], Stock.MICRO)));
            }
        }
        return List.copyOf(found);
    }

    private long dailyMinutes(int firm) {
        long minutes = 0;
        for (int job = books.firms().firstJob(firm); job < books.firms().endOfJobs(firm); job++) {
            minutes += books.jobs().fullDayMinutes(job);
        }
        return minutes;
    }

    private long dailyWages(int firm) {
        var jobs = books.jobs();
        long sixtieths = 0;
        for (int job = books.firms().firstJob(firm); job < books.firms().endOfJobs(firm); job++) {
            sixtieths += jobs.fullDayMinutes(job) * jobs.hourlyWageOf(job);
        }
        return Math.ceilDiv(sixtieths, Workers.SIXTIETHS);
    }
}
