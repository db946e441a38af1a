package city.app.look.compare;

import static org.assertj.core.api.Assertions.assertThat;

import city.app.look.compare.StateDifferences.Difference;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Table;
import city.world.kernel.state.TextColumn;
import city.world.kernel.state.UuidColumn;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Two small states: residents with names, and accounts that are theirs.
class StateDifferencesTest {
    private static final UUID ANN = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);

    private final State one = new State();
    private final State other = new State();

    @Test
    void equalStatesHaveNone() {
        assertThat(StateDifferences.between(one.tables(), other.tables(), 20))
                .isEqualTo(new StateDifferences(0, List.of()));
    }

    @Test
    void aValueIsNamedWithItsPlaceAndWhoseItIs() {
        other.balance.set(1, 250);

        assertThat(StateDifferences.between(one.tables(), other.tables(), 20).first())
                .containsExactly(new Difference(
                        "economy.accounts", 1, Optional.of("Ben"), "balance", Optional.of("100"), Optional.of("250")));
    }

    @Test
    void aTextIsNamedAsJson() {
        other.name.set(0, "Ann \"the\" Baker");

        assertThat(StateDifferences.between(one.tables(), other.tables(), 20).first())
                .containsExactly(new Difference(
                        "agents.agents",
                        0,
                        Optional.of("Ann"),
                        "name",
                        Optional.of("\"Ann\""),
                        Optional.of("\"Ann \\\"the\\\" Baker\"")));
    }

    @Test
    void aRowThatOnlyOneOfThemHasIsNamedWhole() {
        other.accounts.remove(1);
        int fresh = other.accounts.add();
        other.slot.set(fresh, 0);
        other.accounts.add(5);
        other.name.set(0, "Zoe");
        one.accounts.add(6);

        var found = StateDifferences.between(one.tables(), other.tables(), 20);

        assertThat(found.first())
                .contains(new Difference(
                        "economy.accounts",
                        5,
                        Optional.of("Zoe"),
                        "row",
                        Optional.empty(),
                        Optional.of("{\"slot\":0,\"balance\":0}")))
                .contains(new Difference(
                        "economy.accounts",
                        6,
                        Optional.of("Ann"),
                        "row",
                        Optional.of("{\"slot\":0,\"balance\":0}"),
                        Optional.empty()));
    }

    @Test
    void allAreCountedAndTheFirstAreNamed() {
        for (int row = 0; row < 2; row++) {
            other.balance.set(row, 7);
            other.name.set(row, "X");
        }

        var found = StateDifferences.between(one.tables(), other.tables(), 3);

        assertThat(found.count()).isEqualTo(4);
        assertThat(found.first())
                .extracting(Difference::table)
                .containsExactly("agents.agents", "agents.agents", "economy.accounts");
        assertThat(StateDifferences.between(one.tables(), other.tables(), 0).count())
                .isEqualTo(4);
    }

    private static final class State {
        final Table agents = new Table("agents", "agents");
        final UuidColumn id = agents.uuids("id");
        final TextColumn name = agents.texts("name");
        final Table accounts = new Table("economy", "accounts");
        final IntColumn slot = accounts.ints("slot");
        final LongColumn balance = accounts.longs("balance");

        State() {
            add(ANN, "Ann");
            add(BEN, "Ben");
        }

        private void add(UUID resident, String called) {
            int row = agents.add();
            id.set(row, resident);
            name.set(row, called);
            int account = accounts.add();
            slot.set(account, row);
            balance.set(account, 100);
        }

        List<Table> tables() {
            return List.of(agents, accounts);
        }
    }
}
