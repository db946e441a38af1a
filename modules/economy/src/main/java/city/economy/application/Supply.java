package city.economy.application;

import city.economy.Transfer;
import city.economy.domain.Books;
import city.economy.domain.Stock;
import city.economy.domain.Trade.Need;
import city.world.World;
import city.world.kernel.Turn;

/// Firms buy from each other what they use up.
final class Supply {
    private final Books books;
    private final World world;
    private final Doors doors;
    private final Ledger ledger;

    Supply(Books books, World world, Doors doors, Ledger ledger) {
        this.books = books;
        this.world = world;
        this.doors = doors;
        this.ledger = ledger;
    }

    /// Fills up every input of which less than half a day's need is left, from whoever sells it cheapest, as far as
    /// stock and cash go. Half, so that a firm buys a few times a day and not a handful an hour.
    void restock(int firm, Turn turn) {
        if (doors.areShut(books.firms().locationOf(firm))) {
            return;
        }
        for (var need : books.trade().needsOf(firm)) {
            if (books.stock().of(firm, need.good()) * 2 < need.units() * Stock.MICRO) {
                buy(firm, need.good(), missing(firm, need), turn);
            }
        }
    }

    /// What a day's missing inputs cost at the lowest posted prices, in minor units.
    long costOfMissingInputs(int firm) {
        long cost = 0;
        for (var need : books.trade().needsOf(firm)) {
            cost += missing(firm, need) * books.trade().lowestPriceOf(need.good());
        }
        return cost;
    }

    private void buy(int firm, int good, long wanted, Turn turn) {
        long missing = wanted;
        for (int product : books.trade().suppliersOf(good)) {
            if (missing == 0) {
                return;
            }
            missing -= books.products().firmOf(product) == firm
                    ? draw(product, missing)
                    : buyFrom(product, firm, missing, turn);
        }
    }

    private long buyFrom(int product, int firm, long missing, Turn turn) {
        var products = books.products();
        int seller = products.firmOf(product);
        if (products.unitsOf(product) == 0 || !world.isOpen(books.firms().locationOf(seller))) {
            return 0;
        }
        int buyer = books.firms().accountOf(firm);
        long affordable = books.accounts().balanceOf(buyer) / products.priceOf(product);
        int units = (int) Math.min(Math.min(missing, affordable), spare(product));
        if (units == 0) {
            return 0;
        }
        long total = Math.multiplyExact(products.priceOf(product), units);
        var good = books.goods().get(products.goodOf(product));
        var memo = "%d %s from %s".formatted(units, good.name(), books.firms().nameOf(seller));
        ledger.post(buyer, books.firms().accountOf(seller), total, Transfer.Kind.SUPPLY, memo, turn);
        deliver(product, firm, units);
        return units;
    }

    /// Units that another firm may take: half of what stands on the shelf where people want it too, so that the
    /// tavern does not empty the bakery before anybody is up.
    private int spare(int product) {
        var good = books.goods().get(books.products().goodOf(product));
        boolean wanted = good.nourishPerMille() > 0 || good.cheerPerMille() > 0;
        return books.products().unitsOf(product) / (wanted ? 2 : 1);
    }

    /// A firm takes from its own shelf and pays nobody.
    private long draw(int product, long missing) {
        int units = (int) Math.min(missing, books.products().unitsOf(product));
        if (units > 0) {
            deliver(product, books.products().firmOf(product), units);
        }
        return units;
    }

    private void deliver(int product, int firm, int units) {
        books.products().take(product, units);
        books.stock().add(firm, books.products().goodOf(product), units * Stock.MICRO);
    }

    private long missing(int firm, Need need) {
        long micro = need.units() * Stock.MICRO - books.stock().of(firm, need.good());
        return Math.max(0, Math.ceilDiv(micro, Stock.MICRO));
    }
}
