package city.economy.application;

import static city.economy.application.SmallCity.cents;
import static city.economy.application.SmallCity.purse;
import static city.economy.application.SmallCity.till;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.economy.AccountId;
import city.economy.EconomyCommand.OrderTransfer;
import city.economy.EconomyEvent.MoneyTransferred;
import city.economy.Transfer;
import city.economy.TransferResult;
import city.economy.TransferResult.Done;
import city.economy.TransferResult.InsufficientFunds;
import city.economy.TransferResult.NoSuchAccount;
import city.economy.TransferResult.NotTransferable;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TransferTest {
    private final SmallCity city = SmallCity.with(2);

    @Test
    void aTransferDebitsOneAndCreditsTheOther() {
        city.turn.raised.clear();

        var result = order(purse(0), purse(1), 2_500);

        assertThat(city.economy.balanceOf(0)).isEqualTo(cents(7_500));
        assertThat(city.economy.balanceOf(1)).isEqualTo(cents(12_500));
        assertThat(city.turn.raised(MoneyTransferred.class))
                .singleElement()
                .satisfies(it -> assertThat(new Done(it.transfer())).isEqualTo(result))
                .satisfies(it -> assertThat(it.amount()).isEqualTo(cents(2_500)));
        city.mustBeSound();
    }

    @Test
    void whoHasTooLittleKeepsWhatItHas() {
        refuses(purse(0), purse(1), 10_001, new InsufficientFunds(cents(1)));
    }

    @Test
    void nobodyOrdersMoneyFromTheMintOrBackToIt() {
        refuses(AccountId.MINT, purse(0), 1, new NotTransferable(AccountId.MINT, "the mint only endows"));
        refuses(purse(0), AccountId.MINT, 1, new NotTransferable(AccountId.MINT, "the mint only endows"));
    }

    @Test
    void anAccountThatIsClosedOrUnknownTakesNoMoney() {
        var nobody = new AccountId(new UUID(0, 77));
        city.economy.closeAccount(1, city.turn);

        refuses(purse(0), purse(1), 1, new NotTransferable(purse(1), "the account is closed"));
        refuses(purse(0), nobody, 1, new NoSuchAccount(nobody));
    }

    @Test
    void theTreasuryCanBeOrderedToPayAFirm() {
        long before = city.balance(till(SmallCity.FARM));

        order(AccountId.TREASURY, till(SmallCity.FARM), 42);

        assertThat(city.balance(till(SmallCity.FARM))).isEqualTo(before + 42);
    }

    @Test
    void noOrderPassesForAWageOrForNewMoney() {
        var wage = new Transfer(purse(0), purse(1), cents(1), Transfer.Kind.WAGE, "");

        assertThatThrownBy(() -> new OrderTransfer(wage))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("kind must be transfer or gift: WAGE");
    }

    @Test
    void theMintIsBelowZeroByWhatIsInCirculation() {
        var totals = city.module.reads().totals(city.snapshot());

        assertThat(totals.sum()).isEqualTo(cents(0));
        assertThat(totals.inCirculation()).isEqualTo(cents(-city.balance(AccountId.MINT)));
        assertThat(totals.treasury()).isEqualTo(cents(1_000_000));
    }

    private void refuses(AccountId from, AccountId to, long minor, TransferResult reason) {
        var before = city.checksum();
        int events = city.turn.raised.size();

        assertThat(order(from, to, minor)).isEqualTo(reason);
        assertThat(city.checksum()).isEqualTo(before);
        assertThat(city.turn.raised).hasSize(events);
    }

    private Object order(AccountId from, AccountId to, long minor) {
        return city.participant.handle(new OrderTransfer(city.gift(from, to, minor)), city.turn);
    }
}
