package city.economy.application;

import static city.economy.application.SmallCity.GOODS;
import static city.economy.application.SmallCity.cents;
import static city.economy.application.SmallCity.firm;
import static city.economy.application.SmallCity.till;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.economy.AccountId;
import city.economy.EconomyCommand.FoundEconomy;
import city.economy.EconomyCommand.Founded;
import city.economy.FirmId;
import city.economy.FirmPlan;
import city.economy.FirmPlan.Input;
import city.economy.FirmPlan.Product;
import city.world.LocationId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FoundingTest {
    private static final LocationId HERE = FakeWorld.locationId(0);

    private final EconomyModule module = EconomyModule.assemble(new FakeWorld(), new FakeAlmanac());
    private final FakeTurn turn = new FakeTurn();

    @Test
    void aFoundedCityHasItsFirmsAndJobs() {
        var answer = found(SmallCity.plans());

        assertThat(answer).isEqualTo(new Founded(5, 5));
        assertThat(module.economy().openings(10)).hasSize(5);
        assertThat(module.participant().audit()).isEmpty();
    }

    @Test
    void aCityIsFoundedOnce() {
        found(SmallCity.plans());

        assertThatThrownBy(() -> found(SmallCity.plans()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the economy is founded already");
    }

    @Test
    void aFirmNeedsAPlaceThatExists() {
        var nowhere = new LocationId(new UUID(0, 99));

        refuses(
                plan(nowhere, AccountId.TREASURY, bread()),
                "location of firm Bakery must exist: 00000000-0000-0000-0000-000000000063");
    }

    @Test
    void aFirmMakesGoodsThatThereAre() {
        refuses(
                plan(HERE, AccountId.TREASURY, new Product("cake", cents(1), 1, 1, 0, List.of())),
                "product of firm Bakery must be one of goods: \"cake\"");
        refuses(
                plan(HERE, AccountId.TREASURY, bread(new Input("sugar", 1))),
                "input of firm Bakery must be one of goods: \"sugar\"");
        refuses(
                plan(HERE, AccountId.TREASURY, bread(new Input("bread", 1))),
                "product of firm Bakery must not be its own input: \"bread\"");
    }

    @Test
    void neitherTheMintNorAFirmOwnsAFirm() {
        refuses(
                plan(HERE, AccountId.MINT, bread()),
                "owner of firm Bakery must be the treasury or a resident: 6d696e74-0000-8000-8000-000000000000");
        refuses(
                plan(HERE, till(0), bread()),
                "owner of firm Bakery must be the treasury or a resident: " + till(0).value());
    }

    @Test
    void idsAreGivenOnce() {
        var bakery = plan(HERE, AccountId.TREASURY, bread());

        assertThatThrownBy(() -> found(List.of(bakery, bakery)))
                .hasMessage("firms must have ids of their own: " + firm(0).value());
        assertThatThrownBy(() -> found(List.of(new FirmPlan(
                        new FirmId(AccountId.TREASURY.value()),
                        "Bank",
                        HERE,
                        AccountId.TREASURY,
                        cents(0),
                        cents(0),
                        List.of(),
                        List.of()))))
                .hasMessage("firms must have ids of their own: 74726561-7375-8000-8000-000000000000");
    }

    private void refuses(FirmPlan plan, String message) {
        assertThatThrownBy(() -> found(List.of(plan)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThat(module.participant().tables())
                .allSatisfy(it -> assertThat(it.count()).isZero());
        assertThat(turn.raised).isEmpty();
    }

    private Object found(List<FirmPlan> plans) {
        return module.participant().handle(new FoundEconomy(GOODS, cents(1_000), plans), turn);
    }

    private static Product bread(Input... inputs) {
        return new Product("bread", cents(1), 1, 1, 0, List.of(inputs));
    }

    private static FirmPlan plan(LocationId location, AccountId owner, Product product) {
        return new FirmPlan(firm(0), "Bakery", location, owner, cents(10), cents(0), List.of(product), List.of());
    }
}
