package city.adapter.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.AgentsCommand.Spawn;
import city.world.Atlas;
import city.world.LocationId;
import city.world.LocationKind;
import city.world.WorldCommand.FoundWorld;
import city.world.kernel.Genesis;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GenerateTest {
    @Test
    void theMetropolisHasTenThousandResidentsInTenDistricts() {
        var genesis = genesis(10_000, 1);

        assertThat(spawns(genesis)).hasSize(10_000);
        assertThat(atlas(genesis).districts())
                .hasSize(10)
                .extracting(Atlas.District::name)
                .contains("Old Port", "Sands")
                .doesNotHaveDuplicates();
    }

    @Test
    void flatsLieWithinFloorsWithinTowers() {
        var places = places(genesis(10_000, 1));

        assertThat(places.values())
                .anyMatch(flat -> flat.parent()
                        .flatMap(floor -> places.get(floor).parent())
                        .filter(tower -> places.get(tower).parent().isEmpty())
                        .isPresent());
    }

    @Property(tries = 12)
    void everyCityHasSoManyResidentsEachWithABedOfItsOwn(@ForAll @IntRange(min = 1, max = 3000) int residents) {
        var genesis = genesis(residents, residents);

        var taken = new HashMap<LocationId, Integer>();
        var places = places(genesis);
        for (var spawn : spawns(genesis)) {
            var home = places.get(spawn.home().orElseThrow());
            assertThat(home.kind()).isEqualTo(LocationKind.HOME);
            for (var at = home; at != null; at = at.parent().map(places::get).orElse(null)) {
                taken.merge(at.id(), 1, Integer::sum);
            }
        }
        assertThat(spawns(genesis)).hasSize(residents);
        assertThat(taken)
                .allSatisfy((place, count) -> assertThat(count)
                        .as("residents of %s", places.get(place).name())
                        .isLessThanOrEqualTo(places.get(place).capacity()));
    }

    @Property(tries = 6)
    void theSameSeedGivesTheSameCityAndAnotherTheSameMap(@ForAll @IntRange(min = 1, max = 1500) int residents) {
        var one = genesis(residents, 5);
        var other = genesis(residents, 6);

        assertThat(genesis(residents, 5)).isEqualTo(one);
        assertThat(atlas(other)).isEqualTo(atlas(one));
        assertThat(new HashSet<>(spawns(other))).isNotEqualTo(new HashSet<>(spawns(one)));
    }

    @Test
    void everyDistrictHasWhatItsResidentsNeed() {
        for (var district : atlas(genesis(10_000, 1)).districts()) {
            var kinds = new HashMap<LocationKind, Integer>();
            district.neighborhoods().stream()
                    .flatMap(it -> it.locations().stream())
                    .forEach(it -> kinds.merge(it.kind(), 1, Integer::sum));

            assertThat(kinds)
                    .as(district.name())
                    .containsEntry(LocationKind.SHOP, 8)
                    .containsEntry(LocationKind.EATERY, 4)
                    .containsEntry(LocationKind.TAVERN, 4)
                    .containsEntry(LocationKind.SCHOOL, 2)
                    .containsEntry(LocationKind.FARM, 2);
        }
    }

    @Test
    void noTwoPlacesStandOnOneSpot() {
        var spots = new HashSet<List<Integer>>();

        for (var place : places(genesis(10_000, 1)).values()) {
            if (place.parent().isEmpty()) {
                assertThat(spots.add(List.of(place.xMeters(), place.yMeters())))
                        .as(place.name())
                        .isTrue();
            }
        }
    }

    private static Genesis genesis(int residents, long seed) {
        return new ScenarioReader()
                .read(ScenarioReader.METROPOLIS)
                .genesis(OptionalLong.of(seed), OptionalInt.of(residents));
    }

    private static Atlas atlas(Genesis genesis) {
        return ((FoundWorld) genesis.founding().getFirst()).atlas();
    }

    private static List<Spawn> spawns(Genesis genesis) {
        return genesis.founding().stream()
                .filter(Spawn.class::isInstance)
                .map(Spawn.class::cast)
                .toList();
    }

    private static Map<LocationId, Atlas.Location> places(Genesis genesis) {
        var places = new HashMap<LocationId, Atlas.Location>();
        atlas(genesis).districts().stream()
                .flatMap(it -> it.neighborhoods().stream())
                .flatMap(it -> it.locations().stream())
                .forEach(it -> places.put(it.id(), it));
        return places;
    }
}
