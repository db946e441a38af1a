package city.economy.domain;

import city.economy.EconomyReads.Sale;
import city.economy.FirmPlan;
import city.economy.Money;
import city.world.kernel.Participant.Breach;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Snapshot;
import city.world.kernel.state.Table;
import java.util.ArrayList;
import java.util.List;

/// What firms make and sell, and what it is made of. Stock is kept in thousandths of a unit; what a minute makes
/// beyond whole thousandths is kept too, so that sixty minutes make exactly what an hour does.
public final class Products {
    /// Thousandths of a unit in one.
    public static final int MILLI = 1000;

    private static final int MINUTES = 60;

    private final Goods goods;
    private final Stock stock;
    private final Table table = new Table("economy", "products");
    private final IntColumn firm = table.ints("firm");
    private final IntColumn good = table.ints("good");
    private final LongColumn price = table.longs("price");
    private final IntColumn unitsPerHour = table.ints("units_per_hour");
    private final IntColumn stockCap = table.ints("stock_cap");
    private final LongColumn milliUnits = table.longs("stock_milli_units");
    private final IntColumn begun = table.ints("begun_sixtieths");
    private final IntColumn firstInput = table.ints("first_input");
    private final IntColumn inputs = table.ints("inputs");

    private final Table recipes = new Table("economy", "inputs");
    private final IntColumn inputProduct = recipes.ints("product");
    private final IntColumn inputGood = recipes.ints("good");
    private final IntColumn inputMilliUnits = recipes.ints("milli_units");

    Products(Goods goods, Stock stock) {
        this.goods = goods;
        this.stock = stock;
    }

    public Table table() {
        return table;
    }

    public Table recipes() {
        return recipes;
    }

    public int add(int firm, FirmPlan.Product product) {
        int row = table.add();
        this.firm.set(row, firm);
        good.set(row, goods.find(product.good()));
        price.set(row, product.price().minor());
        unitsPerHour.set(row, product.unitsPerHour());
        stockCap.set(row, product.stockCap());
        milliUnits.set(row, (long) product.openingStock() * MILLI);
        firstInput.set(row, recipes.rows());
        inputs.set(row, product.inputs().size());
        for (var input : product.inputs()) {
            int at = recipes.add();
            inputProduct.set(at, row);
            inputGood.set(at, goods.find(input.good()));
            inputMilliUnits.set(at, input.milliUnits());
        }
        return row;
    }

    public int count() {
        return table.rows();
    }

    public int firmOf(int row) {
        return firm.get(row);
    }

    public int goodOf(int row) {
        return good.get(row);
    }

    public long priceOf(int row) {
        return price.get(row);
    }

    /// Whole units in stock.
    public int unitsOf(int row) {
        return (int) (milliUnits.get(row) / MILLI);
    }

    public void take(int row, int units) {
        if (units < 1 || units > unitsOf(row)) {
            throw new IllegalStateException("product %d has no %d units".formatted(row, units));
        }
        milliUnits.add(row, -(long) units * MILLI);
    }

    /// Turns minutes of work into stock of the one product, among those from `first` until `end`, that can be made
    /// and has the lowest stock for its cap; the lower row where they are equal. Work beyond cap or inputs makes
    /// nothing.
    public void make(int first, int end, int minutes) {
        int chosen = -1;
        for (int row = first; row < end; row++) {
            if (makeable(row) > 0 && (chosen < 0 || fill(row) < fill(chosen))) {
                chosen = row;
            }
        }
        if (chosen >= 0) {
            make(chosen, minutes);
        }
    }

    /// Units made on a day of so many worked minutes, the cap at most.
    long unitsPerDay(int row, long minutes) {
        return Math.min(stockCap.get(row), Math.ceilDiv(unitsPerHour.get(row) * minutes, MINUTES));
    }

    int firstInput(int row) {
        return firstInput.get(row);
    }

    int endOfInputs(int row) {
        return firstInput.get(row) + inputs.get(row);
    }

    int inputGood(int input) {
        return inputGood.get(input);
    }

    int inputMilliUnits(int input) {
        return inputMilliUnits.get(input);
    }

    List<Sale> salesAt(Snapshot snapshot, int first, int end) {
        var view = snapshot.of(table);
        var sales = new ArrayList<Sale>(end - first);
        for (int row = first; row < end; row++) {
            var name = goods.nameAt(snapshot, view.get(good, row));
            sales.add(new Sale(name, new Money(view.get(price, row)), (int) (view.get(milliUnits, row) / MILLI)));
        }
        return sales;
    }

    List<Breach> audit() {
        var breaches = new ArrayList<Breach>();
        for (int row = 0; row < table.rows(); row++) {
            long units = milliUnits.get(row);
            if (units < 0 || units > cap(row)) {
                var numbers = "product %d: %d thousandths of %d units".formatted(row, units, stockCap.get(row));
                breaches.add(new Breach("economy.stock-within-cap", numbers));
            }
        }
        return breaches;
    }

    private void make(int row, int minutes) {
        long labour = begun.get(row) + (long) unitsPerHour.get(row) * MILLI * minutes;
        long possible = makeable(row);
        long made = Math.min(labour / MINUTES, possible);
        milliUnits.add(row, made);
        begun.set(row, labour / MINUTES <= possible ? (int) (labour % MINUTES) : 0);
        for (int input = firstInput(row); input < endOfInputs(row); input++) {
            stock.add(firm.get(row), inputGood.get(input), -made * inputMilliUnits.get(input));
        }
    }

    /// Thousandths of a unit for which there are room and inputs.
    private long makeable(int row) {
        long possible = cap(row) - milliUnits.get(row);
        for (int input = firstInput(row); input < endOfInputs(row); input++) {
            long has = stock.of(firm.get(row), inputGood.get(input));
            possible = Math.min(possible, has / inputMilliUnits.get(input));
        }
        return possible;
    }

    private long cap(int row) {
        return (long) stockCap.get(row) * MILLI;
    }

    /// Stock for its cap, in millionths.
    private long fill(int row) {
        return milliUnits.get(row) * MILLI / stockCap.get(row);
    }
}
