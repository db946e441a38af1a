package city.world.application;

import static city.world.application.SmallTown.id;
import static city.world.application.SmallTown.location;
import static city.world.application.SmallTown.place;
import static city.world.application.SmallTown.resident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.world.Atlas;
import city.world.Atlas.District;
import city.world.Atlas.Location;
import city.world.Atlas.Neighborhood;
import city.world.Hours;
import city.world.LocationKind;
import city.world.World;
import city.world.WorldCommand.CloseLocation;
import city.world.WorldCommand.ReopenLocation;
import city.world.WorldReads.LocationState;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A tower of two floors, of which the upper has two offices, beside a street and a square.
class NestedPlacesTest {
    private static final int STREET = 0;
    private static final int TOWER = 1;
    private static final int GROUND_FLOOR = 2;
    private static final int UPPER_FLOOR = 3;
    private static final int FRONT_OFFICE = 4;
    private static final int BACK_OFFICE = 5;
    private static final int SQUARE = 6;

    private final TestCity city = TestCity.founded(tower());
    private final World world = city.world;

    @Test
    void whatLiesWithinAPlaceFollowsIt() {
        assertThat(IntStream.range(0, 7).map(world::lastWithin)).containsExactly(0, 5, 2, 5, 4, 5, 6);
    }

    @Test
    void underOneRoofItIsAMinute() {
        assertThat(world.minutesBetween(FRONT_OFFICE, BACK_OFFICE)).isEqualTo(1);
        assertThat(world.minutesBetween(GROUND_FLOOR, BACK_OFFICE)).isEqualTo(1);
        assertThat(world.minutesBetween(TOWER, FRONT_OFFICE)).isEqualTo(1);
        assertThat(world.minutesBetween(TOWER, TOWER)).isZero();
        assertThat(world.minutesBetween(FRONT_OFFICE, SQUARE)).isGreaterThan(9);
    }

    @Test
    void closingAPlaceClosesWhatLiesWithinIt() {
        city.ask(new CloseLocation(location(UPPER_FLOOR), "the lift is broken"));

        assertThat(IntStream.range(0, 7).filter(world::isOpen)).containsExactly(STREET, TOWER, GROUND_FLOOR, SQUARE);
        assertThat(state(BACK_OFFICE).closedBecause()).contains("the lift is broken");

        city.ask(new ReopenLocation(location(UPPER_FLOOR)));

        assertThat(world.isOpen(BACK_OFFICE)).isTrue();
    }

    @Test
    void whoeverIsInARoomFillsTheHouse() {
        enter(1, GROUND_FLOOR);
        enter(2, FRONT_OFFICE);
        enter(3, SQUARE);
        enter(4, SQUARE);

        walk(3, BACK_OFFICE);
        walk(4, BACK_OFFICE);

        assertThat(world.locationOf(world.slotOf(resident(3)))).isEqualTo(BACK_OFFICE);
        assertThat(world.locationOf(world.slotOf(resident(4))))
                .as("the tower takes three")
                .isEqualTo(STREET);
        assertThat(state(TOWER).present()).isZero();
        assertThat(state(TOWER).within()).isEqualTo(3);
        assertThat(state(UPPER_FLOOR).within()).isEqualTo(2);
        assertThat(city.module.participant().audit()).isEmpty();
    }

    @Test
    void whoeverFindsARoomFullStaysBeforeItsDoor() {
        enter(1, FRONT_OFFICE);
        enter(2, SQUARE);

        walk(2, FRONT_OFFICE);

        assertThat(world.locationOf(world.slotOf(resident(2)))).isEqualTo(UPPER_FLOOR);
    }

    @Test
    void readersSeeWhatLiesWithinWhat() {
        assertThat(state(TOWER).children()).containsExactly(location(GROUND_FLOOR), location(UPPER_FLOOR));
        assertThat(state(UPPER_FLOOR).children()).containsExactly(location(FRONT_OFFICE), location(BACK_OFFICE));
        assertThat(state(SQUARE).children()).isEmpty();
        assertThat(state(FRONT_OFFICE).location().parent()).contains(location(UPPER_FLOOR));
        assertThat(state(TOWER).location().parent()).isEmpty();
    }

    @Test
    void aPlaceMustFollowTheOneAroundIt() {
        var street = place(STREET, LocationKind.STREET, 0, 0, 9);
        var lost = List.of(street, inside(FRONT_OFFICE, UPPER_FLOOR, 0, 9), inside(UPPER_FLOOR, STREET, 0, 9));

        assertThatThrownBy(() -> new Neighborhood(id(80), "lost", lost))
                .hasMessage("a location must follow the one that it lies within: place 4");
    }

    @Test
    void aPlaceMustLieNearTheOneAroundIt() {
        var tower = place(TOWER, LocationKind.OFFICE, 0, 0, 9);
        var far = List.of(place(STREET, LocationKind.STREET, 0, 0, 9), tower, inside(UPPER_FLOOR, TOWER, 501, 9));

        assertThatThrownBy(() -> new Neighborhood(id(80), "far", far))
                .hasMessage("a location must lie within 500 m of the one around it: place 3");
    }

    @Test
    void placesLieWithinOneAnotherFiveDeep() {
        var places = IntStream.range(0, 7)
                .mapToObj(n -> n < 2
                        ? place(n, n == 0 ? LocationKind.STREET : LocationKind.OFFICE, 0, 0, 9)
                        : inside(n, n - 1, 0, 9))
                .toList();

        assertThat(new Neighborhood(id(80), "deep", places.subList(0, 6)).locations())
                .hasSize(6);
        assertThatThrownBy(() -> new Neighborhood(id(80), "deep", places))
                .hasMessage("locations must lie within one another at most 5 deep: place 6");
    }

    private LocationState state(int number) {
        return city.reads.findLocation(city.snapshot(), location(number)).orElseThrow();
    }

    private void enter(int number, int place) {
        world.enter(resident(number), place);
    }

    private void walk(int number, int place) {
        world.travel(world.slotOf(resident(number)), place);
        city.runUntil(city.tick() + 20);
    }

    private static Atlas tower() {
        var places = List.of(
                place(STREET, LocationKind.STREET, 0, 0, 100),
                place(TOWER, LocationKind.OFFICE, 10, 0, 3),
                inside(GROUND_FLOOR, TOWER, 10, 3),
                inside(UPPER_FLOOR, TOWER, 10, 3),
                inside(FRONT_OFFICE, UPPER_FLOOR, 10, 1),
                inside(BACK_OFFICE, UPPER_FLOOR, 10, 3),
                place(SQUARE, LocationKind.SQUARE, 10, 800, 5000));
        return new Atlas(List.of(new District(id(90), "old", List.of(new Neighborhood(id(80), "center", places)))));
    }

    private static Location inside(int number, int parent, int x, int capacity) {
        return new Location(
                location(number),
                "place " + number,
                LocationKind.OFFICE,
                x,
                0,
                capacity,
                List.of(Hours.ALWAYS),
                Optional.of(location(parent)));
    }
}
