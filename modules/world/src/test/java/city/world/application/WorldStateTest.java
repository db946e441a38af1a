package city.world.application;

import static city.world.application.SmallTown.HOME;
import static city.world.application.SmallTown.SQUARE;
import static city.world.application.SmallTown.TAVERN;
import static city.world.application.SmallTown.id;
import static city.world.application.SmallTown.location;
import static city.world.application.SmallTown.resident;
import static city.world.application.SmallTown.town;
import static org.assertj.core.api.Assertions.assertThat;

import city.world.Climate;
import city.world.LocationId;
import city.world.Weather;
import city.world.World;
import city.world.World.TravelResult;
import city.world.WorldCommand.CloseLocation;
import city.world.WorldCommand.FoundWorld;
import city.world.WorldCommand.Founded;
import city.world.WorldEvent.Moved;
import city.world.WorldReads.LocationState;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is stored and what is read: the city loaded anew, taken back, and seen from outside.
class WorldStateTest {
    private static final int WALKERS = 60;

    private final TestCity city = TestCity.founded(town());
    private final World world = city.world;

    @Test
    void aLoadedCityGoesOnAsTheOneThatNeverStopped() {
        var walkers = IntStream.range(0, WALKERS).map(it -> enter(it, it % 5)).toArray();
        world.leave(walkers[7]);
        city.ask(new CloseLocation(location(TAVERN), "mice"));
        stroll(city, 0);
        var loaded = city.reloaded();
        assertThat(loaded.checksum()).isEqualTo(city.checksum());
        city.events.clear();

        for (int round = 1; round < 100; round++) {
            city.runTick();
            loaded.runTick();
            stroll(city, round);
            stroll(loaded, round);
        }

        assertThat(loaded.events).isEqualTo(city.events).isNotEmpty();
        assertThat(loaded.checksum()).isEqualTo(city.checksum());
        assertThat(loaded.world.othersAt(SQUARE, 0, 5)).isEqualTo(world.othersAt(SQUARE, 0, 5));
        assertThat(loaded.module.participant().audit()).isEmpty();
        isSound();
    }

    @Test
    void aDiscardedGroupLeavesNoTrace() {
        int ann = enter(1, HOME);
        var record = city.reloaded();
        int bob = enter(2, HOME);
        world.travel(ann, SQUARE);

        city.load(record.module.participant().tables());

        assertThat(world.population()).isEqualTo(1);
        assertThat(world.slotOf(resident(2))).isEqualTo(World.NOWHERE);
        assertThat(world.locationOf(ann)).isEqualTo(HOME);
        assertThat(enter(3, HOME)).isEqualTo(bob);
        assertThat(world.slotOf(resident(2))).isEqualTo(World.NOWHERE);
        assertThat(enter(2, HOME)).isEqualTo(2);
        city.runUntil(10);
        assertThat(city.told(Moved.class)).isEmpty();
        isSound();
    }

    @Test
    void aDiscardedFoundingCanBeRepeated() {
        var other = new TestCity(1);
        other.ask(new FoundWorld(town(), Climate.DRY));

        other.load(new TestCity(1).module.participant().tables());

        assertThat(other.world.locations()).isZero();
        assertThat(other.world.rowOf(location(HOME))).isEqualTo(World.NOWHERE);
        assertThat(other.ask(new FoundWorld(town(), Climate.DRY))).isEqualTo(new Founded(5));
        assertThat(other.module.participant().audit()).isEmpty();
    }

    @Test
    void everybodyInACrowdIsSeenAboutEquallyOftenAndNobodySeesItself() {
        var crowd = IntStream.range(0, 3000).map(it -> enter(it, SQUARE)).toArray();
        var seen = new int[3000];

        for (int round = 0; round < 10; round++) {
            city.runTick();
            for (int slot : crowd) {
                var others = world.othersAt(SQUARE, slot, 8);
                assertThat(others).hasSize(8).doesNotHaveDuplicates().doesNotContain(slot);
                Arrays.stream(others).forEach(it -> seen[it]++);
            }
        }

        assertThat(Arrays.stream(seen).min().orElseThrow()).isGreaterThan(20);
        assertThat(Arrays.stream(seen).max().orElseThrow()).isLessThan(200);
    }

    @Test
    void aSmallCrowdIsSeenWhole() {
        int ann = enter(1, SQUARE);
        assertThat(world.othersAt(SQUARE, ann, 8)).isEmpty();
        int bob = enter(2, SQUARE);
        int eve = enter(3, SQUARE);

        assertThat(world.othersAt(SQUARE, ann, 8)).containsExactlyInAnyOrder(bob, eve);
        assertThat(world.othersAt(SQUARE, ann, 0)).isEmpty();
        assertThat(world.othersAt(HOME, ann, 8)).isEmpty();
        assertThat(world.othersAt(SQUARE, 99, 8)).hasSize(3);
    }

    @Test
    void anOldSnapshotKeepsWhatItShowed() {
        int ann = enter(1, HOME);
        int bob = enter(2, HOME);
        var old = city.snapshot();
        var shown = city.reads.locations(old);
        var districts = city.reads.districts(old);
        world.travel(ann, SQUARE);
        world.leave(bob);
        enter(3, HOME);
        city.ask(new CloseLocation(location(SQUARE), "flood"));
        var young = city.snapshot();

        assertThat(city.reads.residentsAt(young, location(HOME))).containsExactly(resident(3));
        assertThat(city.reads.now(young).present()).isEqualTo(2);
        assertThat(city.reads.residentsAt(old, location(HOME))).containsExactly(resident(1), resident(2));
        assertThat(city.reads.locations(old)).isEqualTo(shown);
        assertThat(city.reads.districts(old)).isEqualTo(districts);
        assertThat(city.reads.slotOf(old, resident(3))).isEqualTo(World.NOWHERE);
        assertThat(city.reads.now(old).present()).isEqualTo(2);
        assertThat(districts.getFirst().present()).isEqualTo(2);
        assertThat(city.reads.findDistrict(old, id(91)).orElseThrow().name()).isEqualTo("new");
        assertThat(city.reads.findDistrict(old, id(1))).isEmpty();
    }

    @Test
    void aReaderSeesWhoIsOnTheWayAndWhenItArrives() {
        int ann = enter(1, HOME);
        long arrival = ((TravelResult.OnTheWay) world.travel(ann, SQUARE)).arrivalTick();

        var seen = city.reads.whereIs(city.snapshot(), resident(1)).orElseThrow();

        assertThat(seen.at()).isEqualTo(location(HOME));
        assertThat(seen.district()).isEqualTo(id(90));
        assertThat(seen.destination()).contains(location(SQUARE));
        assertThat(seen.arrival()).contains(TestCity.CLOCK.at(arrival));
    }

    @Test
    void aReaderSeesTheMapThatWasFounded() {
        var states = city.reads.locations(city.snapshot());

        assertThat(states)
                .extracting(LocationState::location)
                .isEqualTo(town().districts().stream()
                        .flatMap(it -> it.neighborhoods().stream())
                        .flatMap(it -> it.locations().stream())
                        .toList());
        assertThat(states.getLast().districtName()).isEqualTo("new");
        assertThat(states.getLast().neighborhood()).isEqualTo(id(81));
        assertThat(city.reads.now(city.snapshot()).weather()).isIn((Object[]) Weather.values());
    }

    @Test
    void severalPlacesAreFoundInTheOrderInWhichTheyAreAskedFor() {
        city.ask(new CloseLocation(location(SQUARE), "flood"));
        var snapshot = city.snapshot();

        var found =
                city.reads.findLocations(snapshot, List.of(location(SQUARE), new LocationId(id(4711)), location(HOME)));

        assertThat(found)
                .containsExactly(
                        city.reads.findLocation(snapshot, location(SQUARE)).orElseThrow(),
                        city.reads.findLocation(snapshot, location(HOME)).orElseThrow());
    }

    private void stroll(TestCity where, int round) {
        for (int slot = 0; slot < WALKERS; slot++) {
            if (where.world.locationOf(slot) != World.NOWHERE && (slot + round) % 3 == 0) {
                where.world.travel(slot, (slot * 7 + round) % 5);
            }
        }
    }

    private void isSound() {
        assertThat(city.module.participant().check()).isEmpty();
        assertThat(city.module.participant().audit()).isEmpty();
    }

    private int enter(int number, int location) {
        return world.enter(resident(number), location);
    }
}
