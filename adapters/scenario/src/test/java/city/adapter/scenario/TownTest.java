package city.adapter.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.agents.AgentsCommand.Spawn;
import city.economy.EconomyCommand.FoundEconomy;
import city.world.Atlas;
import city.world.LocationId;
import city.world.WorldCommand.FoundWorld;
import city.world.kernel.Genesis;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TownTest {
    private final Scenario town = new ScenarioReader().read("town");

    @ParameterizedTest
    @ValueSource(ints = {1, 24, 200, 2_000, 20_000})
    void aTownHasAsManyResidentsAsAskedForUnderAsManyNames(int residents) {
        var spawns = spawns(town(1, residents));

        assertThat(spawns).hasSize(residents);
        assertThat(spawns.stream().map(it -> it.persona().name()).distinct()).hasSize(residents);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 2_000})
    void noHomeIsOverfullAndNoJobHeldByMoreThanItsPlaces(int residents) {
        var genesis = town(1, residents);

        var homes = counts(spawns(genesis), it -> it.home().orElseThrow());
        assertThat(homes).allSatisfy((home, held) -> assertThat(held).isLessThanOrEqualTo(capacity(genesis, home)));
        var jobs = counts(
                spawns(genesis).stream().filter(it -> it.job().isPresent()).toList(),
                it -> it.job().orElseThrow());
        var economy = (FoundEconomy) genesis.founding().get(1);
        economy.firms().stream()
                .flatMap(it -> it.jobs().stream())
                .forEach(it -> assertThat(jobs.getOrDefault(it.id(), 0L))
                        .as("%s: a single place is taken, of several some are left free by children", it.title())
                        .isBetween(it.places() == 1 ? 1L : 0L, (long) it.places()));
    }

    @Test
    void theSameSeedGivesTheSameTownAndAnotherSeedOtherPeopleInTheSamePlaces() {
        assertThat(town(7, 200)).isEqualTo(town(7, 200));

        assertThat(spawns(town(8, 200))).isNotEqualTo(spawns(town(7, 200)));
        assertThat(town(8, 200).founding().subList(0, 2))
                .isEqualTo(town(7, 200).founding().subList(0, 2));
    }

    @Test
    void aTownOfTooManyIsRefused() {
        assertThatThrownBy(() -> town(1, 20_001)).hasMessage("town:1: residents must be 1 to 20000: 20001");
    }

    @Test
    void theVillageDoesNotGrow() {
        var village = new ScenarioReader().read("village");

        assertThatThrownBy(() -> village.genesis(OptionalLong.empty(), OptionalInt.of(26)))
                .hasMessage("village.yml:1: residents must be 1 to 25, for village generates none: 26."
                        + " Maybe you meant the scenario town.");
    }

    private Genesis town(long seed, int residents) {
        return town.genesis(OptionalLong.of(seed), OptionalInt.of(residents));
    }

    private static List<Spawn> spawns(Genesis genesis) {
        return genesis.founding().stream()
                .filter(Spawn.class::isInstance)
                .map(Spawn.class::cast)
                .toList();
    }

    private static <K> Map<K, Long> counts(List<Spawn> spawns, Function<Spawn, K> by) {
        return spawns.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
    }

    private static long capacity(Genesis genesis, LocationId id) {
        return locations(genesis).stream()
                .filter(it -> it.id().equals(id))
                .mapToInt(Atlas.Location::capacity)
                .sum();
    }

    private static List<Atlas.Location> locations(Genesis genesis) {
        return ((FoundWorld) genesis.founding().getFirst())
                .atlas().districts().stream()
                        .flatMap(it -> it.neighborhoods().stream())
                        .flatMap(it -> it.locations().stream())
                        .toList();
    }
}
