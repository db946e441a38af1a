package city.world.application;

import static city.world.application.SmallTown.FAR_STREET;
import static city.world.application.SmallTown.HOME;
import static city.world.application.SmallTown.SQUARE;
import static city.world.application.SmallTown.STREET;
import static city.world.application.SmallTown.TAVERN;
import static city.world.application.SmallTown.id;
import static city.world.application.SmallTown.location;
import static city.world.application.SmallTown.place;
import static city.world.application.SmallTown.resident;
import static city.world.application.SmallTown.town;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.world.Atlas;
import city.world.Atlas.District;
import city.world.Atlas.Location;
import city.world.Atlas.Neighborhood;
import city.world.Climate;
import city.world.LocationKind;
import city.world.TimeOfDay;
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
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorldTest {
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
    void aCityIsLargeByHowManyLiveInItNotByHowManyEverDid() {
        for (int i = 0; i < Arrivals.MOST_TOLD_SINGLY; i++) {
            enter(i, SQUARE);
        }
        int walker = enter(5000, HOME);
        world.leave(0);
        world.travel(walker, STREET);

        city.runUntil(10);

        assertThat(world.population()).isEqualTo(Arrivals.MOST_TOLD_SINGLY);
        assertThat(city.told(Moved.class)).hasSize(1);
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

        assertThat(city.told(WeatherChanged.class)).hasSizeBetween(60, 200).isEqualTo(twin.told(WeatherChanged.class));
        assertThat(city.told(WeatherChanged.class)).allMatch(it -> it.from() != it.to());
        assertThat(other.events).isNotEqualTo(twin.events);
        assertThat(city.checksum()).isEqualTo(twin.checksum());
        assertThat(city.reads.now(city.snapshot()).weather()).isEqualTo(world.weather());
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
}
