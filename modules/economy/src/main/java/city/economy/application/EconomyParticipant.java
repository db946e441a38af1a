package city.economy.application;

import city.economy.EconomyCommand;
import city.economy.EconomyCommand.FoundEconomy;
import city.economy.EconomyCommand.OrderTransfer;
import city.economy.domain.Books;
import city.world.kernel.CityClock;
import city.world.kernel.Command;
import city.world.kernel.Participant;
import city.world.kernel.Turn;
import city.world.kernel.state.Table;
import java.util.List;
import java.util.Optional;

/// The economy as the kernel sees it.
final class EconomyParticipant implements Participant {
    private final Books books;
    private final Founding founding;
    private final Transfers transfers;
    private final BusinessDay day;
    private final Stalls stalls;

    EconomyParticipant(Books books, Founding founding, Transfers transfers, BusinessDay day, Stalls stalls) {
        this.books = books;
        this.founding = founding;
        this.transfers = transfers;
        this.day = day;
        this.stalls = stalls;
    }

    @Override
    public String name() {
        return "economy";
    }

    @Override
    public List<Table> tables() {
        return books.tables();
    }

    @Override
    public Optional<Class<?>> commands() {
        return Optional.of(EconomyCommand.class);
    }

    @Override
    public Object handle(Command<?> command, Turn turn) {
        return switch ((EconomyCommand<?>) command) {
            case FoundEconomy found -> founding.found(found, turn);
            case OrderTransfer(var transfer) -> transfers.transfer(transfer, turn);
        };
    }

    @Override
    public void phase(Turn turn) {
        stalls.refresh();
        day.pass(turn);
    }

    @Override
    public void loaded(CityClock clock, long tick) {
        books.reindex();
        stalls.forget();
        stalls.refresh();
    }

    @Override
    public Optional<Breach> check() {
        return books.accounts().check();
    }

    @Override
    public List<Breach> audit() {
        return books.audit();
    }
}
