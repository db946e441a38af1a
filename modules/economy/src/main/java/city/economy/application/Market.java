package city.economy.application;

import city.economy.Economy.BuyResult;
import city.economy.Economy.BuyResult.Bought;
import city.economy.Economy.BuyResult.CannotAfford;
import city.economy.Economy.BuyResult.HandsFull;
import city.economy.Economy.BuyResult.NotForSale;
import city.economy.Economy.BuyResult.OutOfStock;
import city.economy.Economy.BuyResult.ShopClosed;
import city.economy.Economy.Offer;
import city.economy.Money;
import city.economy.Transfer;
import city.economy.domain.Books;
import city.world.World;
import city.world.kernel.Turn;
import java.util.ArrayList;
import java.util.List;

/// Goods over the counter, at posted prices, from stock.
final class Market {
    private static final int NONE = -1;

    private final Books books;
    private final World world;
    private final Ledger ledger;
    private final Stalls stalls;

    Market(Books books, World world, Ledger ledger, Stalls stalls) {
        this.books = books;
        this.world = world;
        this.ledger = ledger;
        this.stalls = stalls;
    }

    /// One offer a good: the cheapest that is in stock, or the cheapest where none is.
    List<Offer> offersAt(int location) {
        var products = books.products();
        var offers = new ArrayList<Offer>();
        for (int row : stalls.at(location)) {
            var offer = new Offer(products.goodOf(row), new Money(products.priceOf(row)), products.unitsOf(row));
            boolean another = !offers.isEmpty() && offers.getLast().good() == offer.good();
            if (!another) {
                offers.add(offer);
            } else if (offers.getLast().stock() == 0 && offer.stock() > 0) {
                offers.set(offers.size() - 1, offer);
            }
        }
        return offers;
    }

    BuyResult buy(int slot, int location, int good, int units, Turn turn) {
        books.workers().require(slot);
        if (units < 1) {
            throw new IllegalArgumentException("units must be at least 1: " + units);
        }
        stalls.refresh();
        int most = mostStocked(location, good);
        if (most == NONE) {
            return new NotForSale();
        }
        if (!world.isOpen(location)) {
            return new ShopClosed();
        }
        int product = cheapest(location, good, units);
        return product == NONE ? new OutOfStock(most) : buy(slot, product, units, turn);
    }

    private BuyResult buy(int slot, int product, int units, Turn turn) {
        var good = books.goods().get(books.products().goodOf(product));
        int room = books.pantry().room(slot, books.products().goodOf(product));
        if (!good.onTheSpot() && units > room) {
            return new HandsFull(room);
        }
        int purse = books.accounts().ofSlot(slot);
        long total = Math.multiplyExact(books.products().priceOf(product), units);
        long balance = books.accounts().balanceOf(purse);
        if (balance < total) {
            return new CannotAfford(new Money(total - balance));
        }
        int firm = books.products().firmOf(product);
        var memo = "%d %s from %s".formatted(units, good.name(), books.firms().nameOf(firm));
        ledger.post(purse, books.firms().accountOf(firm), total, Transfer.Kind.PURCHASE, memo, turn);
        books.products().take(product, units);
        if (!good.onTheSpot()) {
            books.pantry().add(slot, books.products().goodOf(product), units);
        }
        return new Bought(new Money(total));
    }

    /// Units of the best stocked product, or NONE when nobody sells the good here.
    private int mostStocked(int location, int good) {
        int most = NONE;
        for (int row : stalls.at(location)) {
            if (books.products().goodOf(row) == good) {
                most = Math.max(most, books.products().unitsOf(row));
            }
        }
        return most;
    }

    private int cheapest(int location, int good, int units) {
        for (int row : stalls.at(location)) {
            if (books.products().goodOf(row) == good && books.products().unitsOf(row) >= units) {
                return row;
            }
        }
        return NONE;
    }
}
