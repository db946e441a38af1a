package city.world.domain;

import static org.assertj.core.api.Assertions.assertThat;

import city.world.Atlas;
import city.world.Climate;
import city.world.Hours;
import city.world.LocationId;
import city.world.LocationKind;
import city.world.Weather;
import city.world.kernel.Chance;
import city.world.kernel.CityClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RulesTest {
    @Test
    void peopleWalkEightyMetersAMinuteAndSlowerInFoulWeather() {
        assertThat(Walk.minutes(at(0, 0), at(300, 400), Weather.CLEAR)).isEqualTo(7);
        assertThat(Walk.minutes(at(0, 0), at(0, 800), Weather.CLEAR)).isEqualTo(10);
        assertThat(Walk.minutes(at(0, 0), at(0, 801), Weather.FOG)).isEqualTo(11);
        assertThat(Walk.minutes(at(0, 0), at(0, 800), Weather.RAIN)).isEqualTo(13);
        assertThat(Walk.minutes(at(0, 0), at(0, 800), Weather.STORM)).isEqualTo(15);
        assertThat(Walk.minutes(at(5, 5), at(5, 6), Weather.CLEAR)).isEqualTo(1);
    }

    @Test
    void thereIsNoWayToWhereOneIs() {
        var here = at(0, 0);
        assertThat(Walk.minutes(here, here, Weather.SNOW)).isZero();
    }

    @Property
    void aWalkTakesTheLeastWholeMinutesThatCoverIt(
            @ForAll @IntRange(min = 1, max = 1_000_000) int x,
            @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int y) {
        long minutes = Walk.minutes(at(-x, y), at(x, -y), Weather.CLEAR);
        long square = 4L * x * x + 4L * y * y;

        assertThat(80 * minutes * 80 * minutes).isGreaterThanOrEqualTo(square);
        assertThat(minutes == 1 || 80 * (minutes - 1) * 80 * (minutes - 1) < square)
                .isTrue();
    }

    @Test
    void inTheLongRunTheWeatherIsThatOfItsClimate() {
        var temperate = share(Climate.TEMPERATE);
        var maritime = share(Climate.MARITIME);
        var dry = share(Climate.DRY);

        assertThat(dry[Weather.CLEAR.ordinal()]).isBetween(650, 850);
        assertThat(temperate[Weather.RAIN.ordinal()]).isBetween(120, 220);
        assertThat(maritime[Weather.RAIN.ordinal()]).isBetween(190, 320);
        assertThat(dry[Weather.RAIN.ordinal()]).isBetween(5, 80);
        assertThat(temperate[Weather.SNOW.ordinal()]).isBetween(20, 80);
        assertThat(maritime[Weather.SNOW.ordinal()]).isLessThan(20);
        assertThat(temperate[Weather.STORM.ordinal()]).isBetween(10, 60);
    }

    @Test
    void inSummerSnowOnlyEnds() {
        for (var climate : Climate.values()) {
            for (var weather : Weather.values()) {
                for (int draw = 0; draw < 1000; draw++) {
                    assertThat(WeatherChain.of(climate, Season.SUMMER).after(weather, draw))
                            .isNotEqualTo(Weather.SNOW);
                }
            }
        }
    }

    @Test
    void theSkyTurnsWhereADayPartBegins() {
        var clock = new CityClock(Instant.parse("2030-01-01T00:00:00Z"), Duration.ofMinutes(30));

        assertThat(IntStream.range(0, 48).filter(tick -> Sky.isTurning(clock, tick)))
                .containsExactly(12, 24, 36, 44);
    }

    @Test
    void theSkyTurnsDailyWhenAStepIsADay() {
        var clock = new CityClock(Instant.parse("2030-01-01T00:00:00Z"), Duration.ofDays(1));

        assertThat(IntStream.range(1, 10).allMatch(tick -> Sky.isTurning(clock, tick)))
                .isTrue();
    }

    @Property(tries = 50)
    void theNearestAreThoseThatALookAtAllFinds(
            @ForAll @Size(min = 1, max = 120) List<@IntRange(max = 40_000) Integer> places) {
        int[] xs = places.stream().mapToInt(it -> it % 31).toArray();
        int[] ys = places.stream().mapToInt(it -> it / 31 % 37).toArray();
        int[] kinds = places.stream().mapToInt(it -> it % 3).toArray();

        var nearest = NearestPlaces.of(kinds, xs, ys);

        for (int from = 0; from < xs.length; from++) {
            for (int kind = 0; kind < 4; kind++) {
                assertThat(nearest.nearest(from, LocationKind.values()[kind]))
                        .isEqualTo(looked(kinds, xs, ys, from, kind));
            }
        }
    }

    @Test
    void hoursSurviveTheirBytes() {
        var hours = List.of(Hours.ALWAYS, new Hours(1439, 2879, 0b1000001), new Hours(20 * 60, 27 * 60, 0b0010000));

        assertThat(PackedHours.unpack(PackedHours.pack(hours))).isEqualTo(hours);
        assertThat(PackedHours.unpack(PackedHours.pack(List.of()))).isEmpty();
    }

    private static List<Integer> looked(int[] kinds, int[] xs, int[] ys, int from, int kind) {
        var all = new ArrayList<Integer>();
        for (int row = 0; row < kinds.length; row++) {
            if (kinds[row] == kind) {
                all.add(row);
            }
        }
        all.sort(Comparator.<Integer>comparingInt(row ->
                        (xs[row] - xs[from]) * (xs[row] - xs[from]) + (ys[row] - ys[from]) * (ys[row] - ys[from]))
                .thenComparingInt(row -> row));
        return all.subList(0, Math.min(8, all.size()));
    }

    /// Per mille of the day parts of 100 years, by weather.
    private static int[] share(Climate climate) {
        var chance = Chance.of(1, 1, 1);
        var counts = new int[Weather.values().length];
        var weather = Weather.CLEAR;
        int parts = 100 * 4 * 365;
        for (int part = 0; part < parts; part++) {
            var season = Season.values()[part * 4 / 1460 % 4];
            weather = WeatherChain.of(climate, season)
                    .after(weather, chance.below(1000, Chance.Purpose.of("test"), part));
            counts[weather.ordinal()]++;
        }
        return IntStream.of(counts).map(it -> (int) (it * 1000L / parts)).toArray();
    }

    private static Atlas.Location at(int x, int y) {
        var id = new LocationId(new UUID(x, y * 31L + x));
        return new Atlas.Location(id, "somewhere", LocationKind.SQUARE, x, y, 1, List.of());
    }
}
