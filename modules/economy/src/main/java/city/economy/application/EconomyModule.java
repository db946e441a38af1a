package city.economy.application;

import city.economy.Economy;
import city.economy.EconomyReads;
import city.economy.domain.Books;
import city.world.Almanac;
import city.world.World;
import city.world.kernel.Participant;

/// The economy, put together.
public record EconomyModule(Economy economy, EconomyReads reads, Participant participant) {
    public static EconomyModule assemble(World world, Almanac almanac) {
        var books = new Books();
        var doors = new Doors(world);
        var ledger = new Ledger(books);
        var supply = new Supply(books, world, doors, ledger);
        var payroll = new Payroll(books, ledger, supply);
        var work = new Work(books, doors, payroll);
        var holders = new AccountHolders(books, ledger, work, payroll);
        var transfers = new Transfers(books, ledger);
        var stalls = new Stalls(books, world, almanac);
        var economy =
                new CityEconomy(books, holders, transfers, new Market(books, world, ledger, stalls), work, payroll);
        var founding = new Founding(books, world, ledger);
        var day = new BusinessDay(books, ledger, payroll, supply);
        return new EconomyModule(
                economy, new SnapshotReads(books), new EconomyParticipant(books, founding, transfers, day, stalls));
    }
}
