package city.adapter.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.AgentsCommand.Spawn;
import city.economy.EconomyCommand.FoundEconomy;
import city.world.WorldCommand.FoundWorld;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class VillageTest {
    private final Scenario village = new ScenarioReader().read("village");

    @Test
    void theVillageIsFoundedByWorldEconomyAndTwentyFiveArrivals() {
        var founding = village.genesis().founding();

        assertThat(founding).hasSize(27);
        assertThat(founding.get(0)).isInstanceOf(FoundWorld.class);
        assertThat(founding.get(1)).isInstanceOf(FoundEconomy.class);
        assertThat(founding.subList(2, 27)).allMatch(Spawn.class::isInstance);
    }

    @Test
    void aSmallerVillageHasTheFirstResidentsOfTheFile() {
        var small = village.genesis(OptionalLong.of(7), OptionalInt.of(3));

        assertThat(small.founding()).isEqualTo(village.genesis().founding().subList(0, 5));
        assertThat(small.seed()).isEqualTo(7);
    }
}
