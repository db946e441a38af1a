package city.economy.application;

import city.economy.AccountId;
import city.economy.EconomyCommand.FoundEconomy;
import city.economy.EconomyCommand.Founded;
import city.economy.EconomyReads.AccountKind;
import city.economy.FirmPlan;
import city.economy.domain.Accounts;
import city.economy.domain.Books;
import city.world.World;
import city.world.kernel.Turn;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// Opens mint, treasury and firms. All is validated before anything is changed.
final class Founding {
    private final Books books;
    private final World world;
    private final Ledger ledger;

    Founding(Books books, World world, Ledger ledger) {
        this.books = books;
        this.world = world;
        this.ledger = ledger;
    }

    /// @throws IllegalArgumentException when a name, location or owner hangs in the air; the message says which
    Founded found(FoundEconomy command, Turn turn) {
        if (books.areFounded()) {
            throw new IllegalStateException("the economy is founded already");
        }
        validate(command);
        int mint = books.accounts().open(AccountId.MINT, AccountKind.MINT, Accounts.NONE, Accounts.NONE, "mint");
        int treasury = books.accounts()
                .open(AccountId.TREASURY, AccountKind.TREASURY, Accounts.NONE, Accounts.NONE, "treasury");
        if (mint != Accounts.MINT || treasury != Accounts.TREASURY) {
            throw new IllegalStateException(
                    "mint and treasury must be the first accounts: %d, %d".formatted(mint, treasury));
        }
        ledger.endow(treasury, command.treasury(), "founding of the treasury", turn);
        books.goods().found(command.goods());
        command.firms().forEach(plan -> found(plan, turn));
        books.reindex();
        return new Founded(books.firms().count(), books.jobs().count());
    }

    private void found(FirmPlan plan, Turn turn) {
        int location = world.rowOf(plan.location());
        int firm = books.firms()
                .add(plan, location, books.products().count(), books.jobs().count());
        int account = books.accounts()
                .open(new AccountId(plan.id().value()), AccountKind.FIRM, Accounts.NONE, firm, plan.name());
        books.firms().setAccount(firm, account);
        ledger.endow(account, plan.capital(), "capital of " + plan.name(), turn);
        plan.products().forEach(product -> books.products().add(firm, product));
        plan.jobs().forEach(job -> books.jobs().add(firm, job));
    }

    private void validate(FoundEconomy command) {
        if (command.treasury().isNegative()) {
            throw new IllegalArgumentException("treasury must not be negative: " + command.treasury());
        }
        var goods = new HashSet<String>();
        for (var good : command.goods()) {
            require(goods.add(good.name()), "goods must have unique names: \"%s\"", good.name());
        }
        var accounts = new HashSet<AccountId>(Set.of(AccountId.MINT, AccountId.TREASURY));
        for (var firm : command.firms()) {
            var id = new AccountId(firm.id().value());
            require(accounts.add(id), "firms must have ids of their own: %s", id.value());
        }
        accounts.remove(AccountId.TREASURY);
        var jobs = new HashSet<UUID>();
        for (var firm : command.firms()) {
            validate(firm, goods, accounts, jobs);
        }
    }

    /// @param noOwners accounts that can own no firm: the mint's and the firms'
    private void validate(FirmPlan firm, Set<String> goods, Set<AccountId> noOwners, Set<UUID> jobs) {
        var name = firm.name();
        var location = firm.location().value();
        require(world.rowOf(firm.location()) != World.NOWHERE, "location of firm %s must exist: %s", name, location);
        var owner = firm.owner();
        require(
                !noOwners.contains(owner),
                "owner of firm %s must be the treasury or a resident: %s",
                name,
                owner.value());
        var made = new HashSet<String>();
        for (var product : firm.products()) {
            require(made.add(product.good()), "products of firm %s must be unique: \"%s\"", name, product.good());
            validate(firm, product, goods);
        }
        for (var job : firm.jobs()) {
            var id = job.id().value();
            require(jobs.add(id), "jobs of firm %s must have ids of their own: %s", name, id);
        }
    }

    private static void validate(FirmPlan firm, FirmPlan.Product product, Set<String> goods) {
        var name = firm.name();
        require(
                goods.contains(product.good()),
                "product of firm %s must be one of goods: \"%s\"",
                name,
                product.good());
        var used = new HashSet<String>();
        for (var input : product.inputs()) {
            var good = input.good();
            require(goods.contains(good), "input of firm %s must be one of goods: \"%s\"", name, good);
            require(!good.equals(product.good()), "product of firm %s must not be its own input: \"%s\"", name, good);
            require(used.add(good), "inputs of firm %s must be unique: \"%s\"", name, good);
        }
    }

    private static void require(boolean holds, String message, Object... values) {
        if (!holds) {
            throw new IllegalArgumentException(message.formatted(values));
        }
    }
}
