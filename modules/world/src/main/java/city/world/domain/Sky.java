package city.world.domain;

import city.world.Climate;
import city.world.TimeOfDay;
import city.world.Weather;
import city.world.kernel.Chance;
import city.world.kernel.Chance.Purpose;
import city.world.kernel.CityClock;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Snapshot;
import city.world.kernel.state.Table;

/// The weather over the city: one row of declared state, from the founding on. It is drawn anew on the first tick of
/// each day part, from the chain of climate and season.
///
/// Mutable, on the city thread; questions may be asked from any thread while nothing is written.
public final class Sky {
    private static final Purpose WEATHER = Purpose.of("world.weather");
    private static final int CITY = 0;
    private static final Weather[] KINDS = Weather.values();
    private static final Climate[] CLIMATES = Climate.values();

    /// 22:00, when the night begins, is the first minute of the sky's day.
    private static final int NIGHT_BEFORE_MIDNIGHT_MINUTES = 120;

    private final Table weather = new Table("world", "weather");
    /// The ordinal of {@link Weather}.
    private final IntColumn kind = weather.ints("kind");
    private final LongColumn sinceTick = weather.longs("since_tick");
    /// The ordinal of {@link Climate}.
    private final IntColumn climate = weather.ints("climate");

    public Table table() {
        return weather;
    }

    public boolean isFounded() {
        return weather.exists(CITY);
    }

    /// The first weather is what may follow a clear sky.
    public void found(Climate climateOfCity, CityClock clock, long tick, Chance chance) {
        weather.add(CITY);
        climate.set(CITY, climateOfCity.ordinal());
        kind.set(CITY, drawn(clock, tick, chance).ordinal());
        sinceTick.set(CITY, tick);
    }

    /// What the sky is; clear before the founding.
    public Weather weather() {
        return isFounded() ? KINDS[kind.get(CITY)] : Weather.CLEAR;
    }

    /// Draws the weather of the day part that begins with this tick. The very same may follow.
    public void turn(CityClock clock, long tick, Chance chance) {
        var next = drawn(clock, tick, chance);
        if (next != weather()) {
            kind.set(CITY, next.ordinal());
            sinceTick.set(CITY, tick);
        }
    }

    /// Whether a day part begins with this tick, which is so as well when a step is longer than one.
    public static boolean isTurning(CityClock clock, long tick) {
        return part(clock, tick) != part(clock, tick - 1);
    }

    /// The sky as it was after a commit: what, and since which tick.
    public Reading in(Snapshot snapshot) {
        var view = snapshot.of(weather);
        return view.exists(CITY)
                ? new Reading(KINDS[view.get(kind, CITY)], view.get(sinceTick, CITY))
                : new Reading(Weather.CLEAR, 0);
    }

    public record Reading(Weather weather, long sinceTick) {}

    private Weather drawn(CityClock clock, long tick, Chance chance) {
        var season = Season.of(clock.localAt(tick).getMonth());
        return WeatherChain.of(CLIMATES[climate.get(CITY)], season).after(weather(), chance.below(1000, WEATHER, CITY));
    }

    private static long part(CityClock clock, long tick) {
        long minute = Math.floorDiv(clock.at(tick).getEpochSecond(), 60L);
        long day = Math.floorDiv(minute + NIGHT_BEFORE_MIDNIGHT_MINUTES, 24 * 60L);
        return day * TimeOfDay.values().length
                + TimeOfDay.at(clock.minuteOfDay(tick)).ordinal();
    }
}
