package city.adapter.web.economy;

import city.adapter.web.economy.EconomyView.Account;
import city.adapter.web.economy.EconomyView.Balance;
import city.adapter.web.economy.EconomyView.Firm;
import city.adapter.web.economy.EconomyView.Job;
import city.adapter.web.economy.EconomyView.Sale;
import city.adapter.web.economy.EconomyView.Transaction;
import city.economy.EconomyReads.AccountState;
import city.economy.EconomyReads.FirmState;
import city.economy.EconomyReads.JobState;
import city.economy.EconomyReads.PurseState;
import city.economy.Transfer;
import city.economy.TransferId;
import city.economy.spi.TransferHistory.PastTransfer;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// Shows the economy's things.
final class EconomyViews {
    private EconomyViews() {}

    static Transaction transaction(PastTransfer it) {
        return new Transaction(
                it.id().value(),
                it.from().value(),
                it.to().value(),
                it.amount().toString(),
                word(it.kind()),
                it.memo(),
                it.tick(),
                it.time());
    }

    static Transaction transaction(TransferId id, Transfer it, long tick, Instant time) {
        return new Transaction(
                id.value(),
                it.from().value(),
                it.to().value(),
                it.amount().toString(),
                word(it.kind()),
                it.memo(),
                tick,
                time);
    }

    static Account account(AccountState it) {
        return new Account(
                it.id().value(), word(it.kind()), it.owner(), it.balance().toString(), it.open());
    }

    static Balance balance(UUID agent, PurseState it) {
        return new Balance(
                agent,
                it.balance().toString(),
                it.accrued().toString(),
                it.owed().toString());
    }

    static Firm firm(FirmState it) {
        return new Firm(
                it.id().value(),
                it.name(),
                it.location().value(),
                it.owner().value(),
                it.balance().toString(),
                it.owed().toString(),
                it.sales().stream()
                        .map(one -> new Sale(one.good(), one.price().toString(), one.stock()))
                        .toList(),
                it.jobs().stream().map(EconomyViews::job).toList());
    }

    static Job job(JobState it) {
        return new Job(
                it.id().value(), it.firm().value(), it.title(), it.hourlyWage().toString(), it.places(), it.taken());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
