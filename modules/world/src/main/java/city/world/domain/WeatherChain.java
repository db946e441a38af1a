package city.world.domain;

import city.world.Climate;
import city.world.Weather;

/// A Markov chain over the weather, one step a day part. A row says, for the weather that is, in how many of 1,000
/// cases each weather follows; the columns are those of {@link Weather}: clear, cloudy, fog, rain, storm, snow.
///
/// The matrices are made up, not measured: they were set so that the long run looks like a place of the climate
/// (temperate: rain in about one part of six and snow in winter only; maritime: rain in one of three or four, fog and
/// gales, hardly any snow; dry: clear in three of four, storms in summer) and so that weather lasts about a day. A
/// row for snow stands in summer too, for the season may change while it snows.
public final class WeatherChain {
    private static final WeatherChain[] TEMPERATE = {
        chain( // winter
                row(560, 260, 80, 20, 0, 80),
                row(180, 440, 80, 100, 10, 190),
                row(200, 360, 320, 40, 0, 80),
                row(80, 380, 60, 320, 20, 140),
                row(60, 380, 20, 320, 140, 80),
                row(140, 340, 40, 60, 20, 400)),
        chain( // spring
                row(620, 260, 40, 70, 10, 0),
                row(270, 400, 50, 240, 30, 10),
                row(300, 360, 240, 100, 0, 0),
                row(160, 380, 50, 360, 50, 0),
                row(180, 360, 20, 320, 120, 0),
                row(160, 480, 40, 220, 0, 100)),
        chain( // summer
                row(740, 180, 10, 40, 30, 0),
                row(360, 380, 20, 180, 60, 0),
                row(520, 300, 120, 60, 0, 0),
                row(280, 340, 30, 280, 70, 0),
                row(340, 300, 20, 260, 80, 0),
                row(300, 500, 0, 200, 0, 0)),
        chain( // autumn
                row(500, 270, 140, 80, 10, 0),
                row(190, 410, 120, 240, 40, 0),
                row(220, 340, 340, 100, 0, 0),
                row(110, 370, 90, 370, 50, 10),
                row(110, 360, 30, 380, 120, 0),
                row(120, 480, 100, 220, 0, 80)),
    };

    private static final WeatherChain[] MARITIME = {
        chain( // winter
                row(380, 360, 60, 180, 20, 0),
                row(140, 400, 70, 310, 60, 20),
                row(140, 380, 320, 150, 0, 10),
                row(90, 340, 50, 400, 100, 20),
                row(70, 320, 10, 390, 200, 10),
                row(120, 380, 40, 220, 40, 200)),
        chain( // spring
                row(480, 320, 60, 130, 10, 0),
                row(210, 410, 80, 270, 30, 0),
                row(220, 360, 320, 100, 0, 0),
                row(140, 390, 60, 370, 40, 0),
                row(140, 370, 20, 350, 120, 0),
                row(140, 460, 60, 300, 0, 40)),
        chain( // summer
                row(580, 280, 60, 70, 10, 0),
                row(290, 430, 80, 180, 20, 0),
                row(320, 340, 280, 60, 0, 0),
                row(220, 400, 60, 290, 30, 0),
                row(240, 380, 20, 280, 80, 0),
                row(240, 500, 40, 220, 0, 0)),
        chain( // autumn
                row(400, 340, 90, 150, 20, 0),
                row(150, 390, 90, 300, 70, 0),
                row(160, 360, 340, 140, 0, 0),
                row(90, 340, 60, 400, 110, 0),
                row(80, 320, 10, 390, 200, 0),
                row(100, 420, 60, 360, 0, 60)),
    };

    private static final WeatherChain[] DRY = {
        chain( // winter
                row(800, 160, 20, 20, 0, 0),
                row(440, 400, 40, 110, 0, 10),
                row(560, 240, 160, 40, 0, 0),
                row(320, 380, 40, 240, 10, 10),
                row(320, 380, 20, 220, 60, 0),
                row(440, 380, 20, 60, 0, 100)),
        chain( // spring
                row(840, 130, 0, 20, 10, 0),
                row(540, 350, 10, 80, 20, 0),
                row(640, 260, 60, 40, 0, 0),
                row(420, 360, 0, 190, 30, 0),
                row(460, 320, 0, 160, 60, 0),
                row(500, 420, 20, 60, 0, 0)),
        chain( // summer
                row(880, 90, 0, 0, 30, 0),
                row(580, 300, 0, 20, 100, 0),
                row(720, 240, 20, 20, 0, 0),
                row(500, 300, 0, 100, 100, 0),
                row(540, 280, 0, 80, 100, 0),
                row(600, 360, 0, 40, 0, 0)),
        chain( // autumn
                row(820, 150, 10, 10, 10, 0),
                row(520, 360, 20, 80, 20, 0),
                row(600, 260, 100, 40, 0, 0),
                row(400, 360, 20, 200, 20, 0),
                row(420, 340, 0, 180, 60, 0),
                row(500, 420, 20, 60, 0, 0)),
    };

    private final int[][] perMille;

    private WeatherChain(int[][] perMille) {
        this.perMille = perMille;
    }

    public static WeatherChain of(Climate climate, Season season) {
        return switch (climate) {
            case TEMPERATE -> TEMPERATE[season.ordinal()];
            case MARITIME -> MARITIME[season.ordinal()];
            case DRY -> DRY[season.ordinal()];
        };
    }

    /// @param draw 0..999, evenly drawn
    public Weather after(Weather weather, int draw) {
        var row = perMille[weather.ordinal()];
        int next = 0;
        for (int rest = draw - row[0]; rest >= 0; rest -= row[next]) {
            next++;
        }
        return Weather.values()[next];
    }

    private static WeatherChain chain(int[]... rows) {
        return new WeatherChain(rows);
    }

    private static int[] row(int clear, int cloudy, int fog, int rain, int storm, int snow) {
        int sum = clear + cloudy + fog + rain + storm + snow;
        if (sum != 1000) {
            throw new IllegalArgumentException("per-mille of a row must sum to 1000: " + sum);
        }
        return new int[] {clear, cloudy, fog, rain, storm, snow};
    }
}
