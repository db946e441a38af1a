package city.world.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.world.Atlas;
import city.world.Atlas.District;
import city.world.Atlas.Location;
import city.world.Atlas.Neighborhood;
import city.world.Climate;
import city.world.Hours;
import city.world.LocationId;
import city.world.LocationKind;
import city.world.ResidentId;
import city.world.TimeOfDay;
import city.world.Weather;
import city.world.World;
import city.world.World.TravelResult;
import city.world.WorldCommand.CloseLocation;
import city.world.WorldCommand.FoundWorld;
import city.world.WorldCommand.Founded;
import city.world.WorldCommand.LocationResult;
import city.world.WorldCommand.ReopenLocation;
import city.world.WorldEvent.DistrictMoves;
import city.world.WorldEvent.LocationClosed;
import city.world.WorldEvent.LocationReopened;
import city.world.WorldEvent.Moved;
import city.world.WorldEvent.WeatherChanged;
import city.world.WorldReads.LocationState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorldTest {
    private static final int STREET = 0;
    private static final int HOME = 1;
    private static final int TAVERN = 2;
    private static final int SQUARE = 3;
    private static final int FAR_STREET = 4;

    /// Open from 20:00 until 02:00 of the next day, on Fridays.
    private static final Hours FRIDAY_NIGHT = new Hours(20 * 60, 26 * 60, 0b0010000);

    private final TestCity city = TestCity.founded(town());
    private final World world = city.world;

    @Test
    void aWorldIsFoundedOnce() {
        var other = new TestCity(1);

        assertThat(other.ask(new FoundWorld(town(), Climate.DRY))).isEqualTo(new Founded(5));
        assertThatThrownBy(() -> other.ask(new FoundWorld(town(), Climate.DRY)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the world is founded already, with 5 locations");
    }

    @Test
    void anAtlasGivesNoIdTwice() {
        var street = place(0, LocationKind.STREET, 0, 0, 1);
        var twice = List.of(new Neighborhood(id(80), "twice", List.of(street, street)));

        assertThatThrownBy(() -> new Atlas(List.of(new District(id(90), "old", twice))))
                .hasMessage("id must be given once in an atlas: " + id(0));
    }

    @Test
    void anUnfoundedWorldTicksInPeace() {
        var empty = new TestCity(1);

        empty.runUntil(300);

        assertThat(empty.events).isEmpty();
        assertThat(empty.reads.now(empty.snapshot()).present()).isZero();
        assertThat(empty.reads.locations(empty.snapshot())).isEmpty();
    }

    @Test
    void aTravellerIsNowhereUntilItArrives() {
        int ann = enter(1, HOME);
        var before = city.snapshot();

        // 800 m: 10 to 15 minutes, by the weather
        var result = world.travel(ann, SQUARE);
        long arrival = ((TravelResult.OnTheWay) result).arrivalTick();

        assertThat(arrival)
                .isEqualTo(Math.ceilDiv(world.minutesBetween(HOME, SQUARE), 5))
                .isBetween(2L, 3L);
        assertThat(world.locationOf(ann)).isEqualTo(World.NOWHERE);
        assertThat(world.arrivalOf(ann)).isEqualTo(arrival);
        assertThat(world.crowdAt(HOME)).isZero();
        assertThat(world.travel(ann, TAVERN)).isEqualTo(new TravelResult.OnTheWayAlready(arrival));
        city.runUntil(arrival - 1);
        assertThat(world.locationOf(ann)).isEqualTo(World.NOWHERE);
        assertThat(world.arrivedNow()).isEmpty();

        city.runTick();

        assertThat(world.locationOf(ann)).isEqualTo(SQUARE);
        assertThat(world.arrivalOf(ann)).isZero();
        assertThat(world.arrivedNow()).containsExactly(ann);
        assertThat(city.told(Moved.class))
                .containsExactly(new Moved(resident(1), location(HOME), location(SQUARE), false));
        assertThat(world.travel(ann, SQUARE)).isEqualTo(new TravelResult.AlreadyThere());
        assertThat(city.reads.whereIs(before, resident(1)).orElseThrow().at()).isEqualTo(location(HOME));
        city.runTick();
        assertThat(world.arrivedNow()).isEmpty();
        isSound();
    }

    @Test
    void whoFindsAPlaceFullStandsInTheStreetBeforeIt() {
        var residents = IntStream.range(0, 4).map(it -> enter(it, HOME)).toArray();
        for (int i = residents.length - 1; i >= 0; i--) {
            world.travel(residents[i], TAVERN);
        }

        city.runTick();

        assertThat(world.othersAt(TAVERN, World.NOWHERE, 9)).containsExactlyInAnyOrder(residents[0], residents[1]);
        assertThat(world.locationOf(residents[2])).isEqualTo(STREET);
        assertThat(city.told(Moved.class)).extracting(Moved::turnedAway).containsExactly(false, false, true, true);
        assertThat(city.told(Moved.class).getLast().to()).isEqualTo(location(STREET));
        isSound();
    }

    @Test
    void inALargeCityMovesAreToldOncePerDistrict() {
        for (int i = 0; i < Arrivals.MOST_TOLD_SINGLY; i++) {
            enter(i, SQUARE);
        }
        world.travel(enter(5000, HOME), STREET);
        world.travel(enter(5001, HOME), FAR_STREET);
        world.travel(enter(5002, HOME), STREET);

        city.runUntil(10);

        assertThat(city.told(Moved.class)).isEmpty();
        assertThat(city.told(DistrictMoves.class))
                .extracting(DistrictMoves::district)
                .containsExactly(id(90), id(91));
        assertThat(city.told(DistrictMoves.class).getFirst().moves())
                .extracting(DistrictMoves.Move::resident)
                .containsExactly(resident(5000), resident(5002));
    }

    @Test
    void whoLeavesIsInNoCrowdAndNeverComesBack() {
        int ann = enter(1, HOME);
        int bob = enter(2, HOME);
        world.travel(bob, SQUARE);

        world.leave(ann);
        world.leave(bob);
        city.runUntil(10);

        assertThat(world.crowdAt(HOME)).isZero();
        assertThat(world.crowdAt(SQUARE)).isZero();
        assertThat(city.told(Moved.class)).isEmpty();
        assertThat(world.slotOf(resident(1))).isEqualTo(ann);
        assertThatThrownBy(() -> world.leave(ann)).hasMessage("resident in slot 0 left the city already");
        assertThatThrownBy(() -> world.travel(ann, SQUARE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> enter(1, HOME)).hasMessage("resident is known already: " + id(1001));
        assertThat(city.reads.whereIs(city.snapshot(), resident(1))).isEmpty();
        assertThat(enter(3, HOME)).isEqualTo(2);
        isSound();
    }

    @Test
    void aTavernIsOpenPastMidnight() {
        // tick 0 is Tuesday midnight: Friday 20:00 is 3 days and 20 hours later
        int friday = (3 * 24 + 20) * 12;
        city.runUntil(friday - 1);
        assertThat(world.isOpen(TAVERN)).isFalse();
        city.runTick();
        assertThat(world.isOpen(TAVERN)).isTrue();
        assertThat(world.timeOfDay()).isEqualTo(TimeOfDay.EVENING);

        city.runUntil(friday + 6 * 12 - 1);

        assertThat(world.isOpen(TAVERN)).isTrue();
        assertThat(world.opens(TAVERN, 4, 23 * 60)).isTrue();
        assertThat(world.opens(TAVERN, 4, 60)).isFalse();
        assertThat(state(TAVERN).open()).isTrue();
        city.runTick();
        assertThat(world.isOpen(TAVERN)).isFalse();
        assertThat(state(TAVERN).open()).isFalse();
    }

    @Test
    void whatIsClosedByOrderStaysClosedUntilItIsReopened() {
        var close = new CloseLocation(location(SQUARE), "flood");

        assertThat(city.ask(close)).isEqualTo(new LocationResult.Done());
        assertThat(city.ask(close)).isEqualTo(new LocationResult.Already());
        assertThat(world.isOpen(SQUARE)).isFalse();
        assertThat(world.opens(SQUARE, 0, 0)).isFalse();
        assertThat(state(SQUARE).closedBecause()).contains("flood");
        assertThat(city.ask(new ReopenLocation(location(SQUARE)))).isEqualTo(new LocationResult.Done());
        assertThat(city.ask(new ReopenLocation(location(SQUARE)))).isEqualTo(new LocationResult.Already());
        assertThat(world.isOpen(SQUARE)).isTrue();

        assertThat(city.ask(new ReopenLocation(location(77))))
                .isEqualTo(new LocationResult.NoSuchLocation(location(77)));
        assertThat(city.events)
                .containsExactly(
                        new LocationClosed(location(SQUARE), "place 3", "flood"),
                        new LocationReopened(location(SQUARE), "place 3"));
        assertThatThrownBy(() -> new CloseLocation(location(SQUARE), " ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theWeatherChangesOnlyWhereADayPartBeginsAndIsTheSameForTheSameSeed() {
        var twin = TestCity.founded(town());
        var other = TestCity.founded(town(), 2);
        for (int tick = 1; tick <= 60 * 288; tick++) {
            var before = city.events.size();
            city.runTick();
            int hour = TestCity.CLOCK.localAt(tick).getHour();
            int minute = TestCity.CLOCK.localAt(tick).getMinute();
            assertThat(city.events.size() == before
                            || minute == 0 && List.of(6, 12, 18, 22).contains(hour))
                    .isTrue();
        }
        twin.runUntil(city.tick());
        other.runUntil(city.tick());

        assertThat(city.told(WeatherChanged.class)).hasSizeBetween(60, 200).isEqualTo(twin.events);
        assertThat(city.told(WeatherChanged.class)).allMatch(it -> it.from() != it.to());
        assertThat(other.events).isNotEqualTo(twin.events);
        assertThat(city.checksum()).isEqualTo(twin.checksum());
        assertThat(city.reads.now(city.snapshot()).weather()).isEqualTo(world.weather());
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
    void theNearestStreetIsTheOwnOne() {
        assertThat(world.nearest(TAVERN, LocationKind.STREET)).containsExactly(STREET, FAR_STREET);
        assertThat(world.nearest(SQUARE, LocationKind.STREET)).containsExactly(STREET, FAR_STREET);
        assertThat(world.nearest(SQUARE, LocationKind.MILL)).isEmpty();
        assertThat(world.streetOf(TAVERN)).isEqualTo(STREET);
        assertThat(world.streetOf(FAR_STREET)).isEqualTo(FAR_STREET);
        assertThat(world.rowOf(location(TAVERN))).isEqualTo(TAVERN);
        assertThat(world.rowOf(location(77))).isEqualTo(World.NOWHERE);
    }

    @Test
    void aMetropolisIsFoundedWithinASecond() {
        var neighborhoods = new ArrayList<Neighborhood>();
        for (int n = 0; n < 100; n++) {
            var places = new ArrayList<Location>();
            for (int i = 0; i < 50; i++) {
                int number = 100_000 + n * 50 + i;
                var kind = i == 0 ? LocationKind.STREET : i < 30 ? LocationKind.HOME : LocationKind.values()[i % 17];
                places.add(place(number, kind, number * 7919 % 9973, number * 104_729 % 9967, 10));
            }
            neighborhoods.add(new Neighborhood(id(50_000 + n), "n" + n, places));
        }
        var atlas = new Atlas(List.of(new District(id(90), "all", neighborhoods)));

        long began = System.nanoTime();
        var metropolis = TestCity.founded(atlas);

        assertThat(metropolis.world.locations()).isEqualTo(5000);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aLoadedCityGoesOnAsTheOneThatNeverStopped() {
        var walkers = IntStream.range(0, 60).map(it -> enter(it, it % 5)).toArray();
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

        assertThat(world.slots()).isEqualTo(1);
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

    private void stroll(TestCity where, int round) {
        for (int slot = 0; slot < where.world.slots(); slot++) {
            if (where.world.locationOf(slot) != World.NOWHERE && (slot + round) % 3 == 0) {
                where.world.travel(slot, (slot * 7 + round) % 5);
            }
        }
    }

    private void isSound() {
        assertThat(city.module.participant().check()).isEmpty();
        assertThat(city.module.participant().audit()).isEmpty();
    }

    private LocationState state(int row) {
        return city.reads.findLocation(city.snapshot(), location(row)).orElseThrow();
    }

    private int enter(int number, int location) {
        return world.enter(resident(number), location);
    }

    private static Atlas town() {
        var old = List.of(
                place(STREET, LocationKind.STREET, 0, 0, 1),
                place(HOME, LocationKind.HOME, 10, 0, 4),
                new Location(location(TAVERN), "place 2", LocationKind.TAVERN, 0, 20, 2, List.of(FRIDAY_NIGHT)),
                place(SQUARE, LocationKind.SQUARE, 10, 800, 5000));
        var young = List.of(place(FAR_STREET, LocationKind.STREET, 1000, -100, 100));
        return new Atlas(List.of(
                new District(id(90), "old", List.of(new Neighborhood(id(80), "center", old))),
                new District(id(91), "new", List.of(new Neighborhood(id(81), "edge", young)))));
    }

    private static Location place(int number, LocationKind kind, int x, int y, int capacity) {
        return new Location(location(number), "place " + number, kind, x, y, capacity, List.of(Hours.ALWAYS));
    }

    private static LocationId location(int number) {
        return new LocationId(id(number));
    }

    private static ResidentId resident(int number) {
        return new ResidentId(id(1000 + number));
    }

    private static UUID id(int number) {
        return new UUID(0x8000, number);
    }
}
