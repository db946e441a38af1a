package city.world.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.world.Almanac;
import city.world.AlmanacPlan;
import city.world.AlmanacPlan.Days;
import city.world.AlmanacPlan.Holiday;
import city.world.AlmanacPlan.Regular;
import city.world.AlmanacPlan.Risk;
import city.world.Atlas;
import city.world.Happening;
import city.world.Happening.Kind;
import city.world.Hours;
import city.world.LocationKind;
import city.world.WorldCommand.AlmanacKept;
import city.world.WorldCommand.EndEvent;
import city.world.WorldCommand.EventResult;
import city.world.WorldCommand.KeepAlmanac;
import city.world.WorldCommand.StartEvent;
import city.world.WorldEvent;
import city.world.WorldEvent.EventEnded;
import city.world.WorldEvent.EventStarted;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AlmanacTest {
    private static final int SHOP = 1;
    private static final UUID DISTRICT = SmallTown.id(90);
    private static final UUID SQUARE = SmallTown.location(2).value();
    private static final long TICKS_PER_DAY = 288;

    /// 2030-01-01 is a Tuesday.
    private static final long FIRST_DAY = LocalDate.of(2030, 1, 1).toEpochDay();

    private static final Hours WEEKDAYS = new Hours(8 * 60, 18 * 60, 0b0011111);

    private final TestCity city = TestCity.founded(town());
    private final Almanac almanac = city.module.almanac();

    @Test
    void aHolidayIsLivedAsASunday() {
        city.runUntil(10 * 12);
        assertThat(city.world.isOpen(SHOP)).isTrue();

        city.ask(new KeepAlmanac(
                new AlmanacPlan(List.of(new Holiday("New Year", Days.yearly(1, 1))), List.of(), List.of())));

        assertThat(almanac.weekday(FIRST_DAY)).isEqualTo(Almanac.SUNDAY);
        assertThat(almanac.weekday(FIRST_DAY + 1)).isEqualTo(2);
        assertThat(almanac.isHoliday(FIRST_DAY + 365)).isTrue();
        assertThat(city.world.isOpen(SHOP)).isFalse();
        assertThat(city.module.almanacReads().holiday(city.snapshot())).contains("New Year");
        assertThat(city.reads.locations(city.snapshot()).get(SHOP).open()).isFalse();

        city.runUntil(TICKS_PER_DAY + 10 * 12);
        assertThat(city.world.isOpen(SHOP)).isTrue();
    }

    @Test
    void daysAreThoseWhoseMonthDayAndWeekdayAllAreNamed() {
        var firstSundays = new Days(Days.EVERY_MONTH, 0b1111111, 1 << 6);

        assertThat(firstSundays.include(LocalDate.of(2030, 1, 6))).isTrue();
        assertThat(firstSundays.include(LocalDate.of(2030, 1, 13))).isFalse();
        assertThat(Days.weekly(1).include(LocalDate.of(2030, 1, 7))).isTrue();
        assertThat(Days.yearly(5, 1).include(LocalDate.of(2031, 5, 1))).isTrue();
        assertThatThrownBy(() -> new Days(0, 1, 1)).hasMessageContaining("months");
    }

    @Test
    void aMarketDayComesRoundAtItsHourAndEnds() {
        city.ask(new KeepAlmanac(new AlmanacPlan(
                List.of(),
                List.of(new Regular(Kind.MARKET_DAY, "Market", SQUARE, Days.weekly(1 << 5), 9 * 60, 240)),
                List.of())));

        city.runUntil(20 * TICKS_PER_DAY);

        var started = city.told(EventStarted.class).stream()
                .filter(it -> it.kind() == Kind.MARKET_DAY)
                .toList();
        assertThat(started)
                .as("the Saturdays of 20 days from a Tuesday")
                .hasSize(3)
                .allMatch(it -> it.place().equals(SQUARE))
                .first()
                .satisfies(it -> assertThat(it.until().toString()).isEqualTo("2030-01-05T13:00:00Z"));
        assertThat(city.told(EventEnded.class).stream().filter(it -> it.kind() == Kind.MARKET_DAY))
                .hasSize(3);
    }

    /// Whose first tick at or after its minute is the next day's.
    @Test
    void whatIsDueJustBeforeMidnightBeginsAtMidnight() {
        city.ask(new KeepAlmanac(new AlmanacPlan(
                List.of(),
                List.of(new Regular(Kind.FESTIVAL, "Vigil", SQUARE, Days.yearly(1, 2), 1437, 60)),
                List.of())));

        city.runUntil(4 * TICKS_PER_DAY);

        assertThat(city.told(EventStarted.class))
                .filteredOn(it -> it.kind() == Kind.FESTIVAL)
                .singleElement()
                .satisfies(it -> assertThat(it.until().toString()).isEqualTo("2030-01-03T01:00:00Z"));
    }

    @Test
    void whatComesRoundTodayIsKnownFromTheMorning() {
        city.ask(new KeepAlmanac(new AlmanacPlan(
                List.of(),
                List.of(new Regular(Kind.FESTIVAL, "Fair", DISTRICT, Days.yearly(1, 2), 600, 60)),
                List.of())));
        assertThat(almanac.today()).isEmpty();

        city.runUntil(TICKS_PER_DAY);

        assertThat(almanac.today()).containsExactly(new Almanac.Occasion(Kind.FESTIVAL, "Fair", 2, 600, 60));
    }

    @Test
    void anOutageShutsTheShopsOfItsDistrictAndNothingElse() {
        city.runUntil(10 * 12);

        var outage = begun(new StartEvent(Kind.OUTAGE, "Power outage", DISTRICT, 120));

        assertThat(city.world.isOpen(SHOP)).isFalse();
        assertThat(city.world.isOpen(2)).isTrue();
        var shop = city.reads.locations(city.snapshot()).get(SHOP);
        assertThat(shop.open()).isFalse();
        assertThat(shop.closedBecause()).contains("Power outage");
        assertThat(city.module.almanacReads().running(city.snapshot()))
                .extracting(it -> it.id())
                .containsExactly(outage);

        city.runUntil(city.tick() + 24);
        assertThat(city.world.isOpen(SHOP)).isTrue();
        assertThat(almanac.running()).isEmpty();
    }

    @Test
    void whatGoesOnIsTheSameAfterALoad() {
        city.runUntil(10 * 12);
        begun(new StartEvent(Kind.OUTAGE, "Power outage", DISTRICT, 120));
        city.ask(new KeepAlmanac(new AlmanacPlan(
                List.of(new Holiday("Twelfth Night", Days.yearly(1, 5))),
                List.of(),
                List.of(new Risk(Kind.OUTAGE, "Power outage", 300, 60, 300, Optional.empty())))));

        var loaded = city.reloaded();

        assertThat(loaded.world.isOpen(SHOP)).isFalse();
        assertThat(loaded.module.almanac().running()).isEqualTo(almanac.running());
        city.runUntil(10 * TICKS_PER_DAY);
        loaded.runUntil(10 * TICKS_PER_DAY);
        assertThat(loaded.checksum()).isEqualTo(city.checksum());
    }

    @Test
    void aRiskBefallsTheCityAboutAsOftenAsItSays() {
        city.ask(new KeepAlmanac(new AlmanacPlan(
                List.of(), List.of(), List.of(new Risk(Kind.OUTAGE, "Outage", 40, 60, 120, Optional.empty())))));

        city.runUntil(365 * TICKS_PER_DAY);

        assertThat(city.told(EventStarted.class).stream().filter(it -> it.kind() == Kind.OUTAGE))
                .hasSizeBetween(20, 65)
                .allMatch(it -> it.place().equals(DISTRICT) || it.place().equals(SmallTown.id(91)));
    }

    @Test
    void theSkyBringsAStormThatEndsWithIt() {
        city.runUntil(365 * TICKS_PER_DAY);

        var storms = city.told(EventStarted.class);
        assertThat(storms).hasSizeBetween(5, 120).allMatch(it -> it.kind() == Kind.STORM);
        assertThat(storms).allMatch(it -> it.place().equals(WorldEvent.WORLD));
        assertThat(almanac.running().size()).isLessThanOrEqualTo(1);
    }

    @Test
    void whatIsOrderedMayBeEndedAndIsBounded() {
        var first = begun(new StartEvent(Kind.FESTIVAL, "Fair", SQUARE, 60));
        assertThat(city.ask(new EndEvent(first))).isEqualTo(new EventResult.Over(first));
        assertThat(city.ask(new EndEvent(first))).isEqualTo(new EventResult.NoSuchEvent(first));
        assertThat(city.ask(new StartEvent(Kind.FIRE, "Fire", SmallTown.id(7), 60)))
                .isEqualTo(new EventResult.NoSuchPlace(SmallTown.id(7)));

        for (int i = 0; i < Happening.MOST_RUNNING; i++) {
            begun(new StartEvent(Kind.FESTIVAL, "Fair " + i, SQUARE, 60));
        }

        assertThat(city.ask(new StartEvent(Kind.FESTIVAL, "Fair", SQUARE, 60)))
                .isEqualTo(new EventResult.TooMany(Happening.MOST_RUNNING));
    }

    @Test
    void anAlmanacNamesPlacesOfTheMap() {
        var plan = new AlmanacPlan(
                List.of(),
                List.of(new Regular(Kind.FESTIVAL, "Fair", SmallTown.id(7), Days.yearly(1, 2), 600, 60)),
                List.of());

        assertThatThrownBy(() -> city.ask(new KeepAlmanac(plan))).hasMessageContaining("place must be of the map");
        assertThat(city.ask(new KeepAlmanac(new AlmanacPlan(List.of(), List.of(), List.of()))))
                .isEqualTo(new AlmanacKept(0));
    }

    private UUID begun(StartEvent order) {
        return ((EventResult.Begun) city.ask(order)).event();
    }

    private static Atlas town() {
        var old = List.of(
                SmallTown.place(0, LocationKind.STREET, 0, 0, 1),
                new Atlas.Location(SmallTown.location(1), "shop", LocationKind.SHOP, 0, 20, 5, List.of(WEEKDAYS)),
                SmallTown.place(2, LocationKind.SQUARE, 10, 800, 5000));
        var young = List.of(SmallTown.place(3, LocationKind.STREET, 1000, -100, 100));
        return new Atlas(List.of(
                new Atlas.District(DISTRICT, "old", List.of(new Atlas.Neighborhood(SmallTown.id(80), "center", old))),
                new Atlas.District(
                        SmallTown.id(91), "new", List.of(new Atlas.Neighborhood(SmallTown.id(81), "edge", young)))));
    }
}
