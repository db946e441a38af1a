package city.app.bench.soak;

import city.app.bench.Figures;
import city.app.bench.child.ChildCity;
import city.app.bench.child.ChildDatabase;
import city.app.bench.child.CityHttp;
import city.app.bench.child.Fields;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// Looks at a city that runs, from its first tick on, and closes a day whenever it has lived one.
final class Watch implements AutoCloseable {
    static final int TICKS_A_DAY = 288;

    /// Glances at the clock between two samples of what changes quickly.
    private static final int GLANCES = 10;

    private static final DateTimeFormatter WEEKDAY =
            DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final ChildCity city;
    private final CityHttp http;
    private final Stores stores;
    private final Audience audience;
    private final PrintWriter out;
    private final List<Day> days = new ArrayList<>();
    private final Yardstick yardstick = new Yardstick();
    private Reading before = Reading.zero();
    private String from;
    private Stores.Dead dead = Stores.Dead.NONE;
    private long behind;
    private double wallSeconds;

    private Watch(ChildCity city, CityHttp http, Stores stores, Audience audience, String from, PrintWriter out) {
        this.city = city;
        this.http = http;
        this.stores = stores;
        this.audience = audience;
        this.from = from;
        this.out = out;
    }

    static Watch over(ChildCity city, PrintWriter out) throws Exception {
        var http = city.awaitDoors();
        var from = cityTime(http);
        var stores = new Stores(ChildDatabase.of(city.data()));
        try {
            long head =
                    stores.heads().values().stream().mapToLong(it -> it).max().orElse(0);
            return new Watch(city, http, stores, Audience.of(city, head), from, out);
        } catch (Exception e) {
            stores.close();
            throw e;
        }
    }

    /// Returns when the time is over.
    void run(double seconds, int ticksPerSecond) throws Exception {
        out.println(Day.header());
        out.flush();
        long start = System.nanoTime();
        long first = http.tick();
        long tick = first;
        for (int glance = 0; System.nanoTime() - start < seconds * 1e9; glance++) {
            Thread.sleep(Math.max(1, 1000 / ticksPerSecond));
            tick = http.tick();
            if (glance % GLANCES == 0) {
                sample();
            }
            if (tick >= (days.size() + 1L) * TICKS_A_DAY) {
                closeDay();
            }
        }
        wallSeconds = (System.nanoTime() - start) / 1e9;
        out.printf(Locale.ROOT, "%.0f s; subscribers heard %d messages%n", wallSeconds, audience.heard());
        new Verdicts(Verdicts.judged(days))
                .lines(tick - first, wallSeconds * ticksPerSecond, audience.size(), audience.gaps(), audience.lost())
                .forEach(out::println);
        out.flush();
    }

    List<Figures> figures(int minutes) {
        var judged = Verdicts.judged(days);
        if (judged.isEmpty()) {
            return List.of();
        }
        var params = Map.<String, Object>of("residents", 10_000, "minutes", minutes, "days", judged.size());
        var verdicts = new Verdicts(judged);
        var figures = List.of(
                all("soak.cpu", "ms", Day::processorMillis, params),
                all("soak.yardstick", "ms", Day::yardstickMillis, params),
                all("soak.allocation", "KB", it -> it.share().bytes() / 1024, params),
                all("soak.rows", "rows", it -> it.share().rows(), params),
                all("soak.publishes", "messages", it -> it.share().publishes(), params),
                all("soak.live-heap", "MB", Day::liveMegabytes, params),
                all("soak.dead-rows", "rows", Day::deadRows, params),
                all("soak.dead-overdue", "times", it -> it.dead().overdue(), params),
                all("soak.database", "MB", Day::databaseMegabytes, params),
                all("soak.behind", "events", Day::behind, params),
                one("soak.cpu.last-by-first", "times", verdicts.lastByFirst(Day::processorYards), params),
                one(
                        "soak.allocation.last-by-first",
                        "times",
                        verdicts.lastByFirst(it -> it.share().bytes()),
                        params),
                one(
                        "soak.rows.last-by-first",
                        "times",
                        verdicts.lastByFirst(it -> it.share().rows()),
                        params),
                one("soak.live-heap.slope", "MB/day", verdicts.slope(Day::liveMegabytes), params),
                one("soak.wall", "s", wallSeconds, params));
        return figures.stream().filter(Watch::isKnown).toList();
    }

    @Override
    public void close() throws IOException, SQLException {
        audience.close();
        stores.close();
    }

    private void sample() throws SQLException {
        behind = Math.max(behind, audience.behind(stores.heads()));
        var now = stores.dead();
        dead = new Stores.Dead(
                Math.max(now.rows(), dead.rows()),
                Math.max(now.overdue(), dead.overdue()),
                now.rows() > dead.rows() ? now.most() : dead.most());
        yardstick.lay();
    }

    private void closeDay() throws Exception {
        var now = Reading.of(http.metrics());
        var day = new Day(
                days.size() + 1,
                from,
                now.perTickSince(before),
                yardstick.millis(),
                LiveHeap.megabytes(city),
                city.residentMegabytes(),
                dead,
                stores.megabytes(),
                behind,
                audience.gaps());
        days.add(day);
        out.println(day.row());
        out.flush();
        before = now;
        from = cityTime(http);
        dead = Stores.Dead.NONE;
        behind = 0;
    }

    private static String cityTime(CityHttp http) throws IOException, InterruptedException {
        return WEEKDAY.format(Instant.parse(Fields.text(http.get("/world"), "time")));
    }

    private Figures all(String name, String unit, ToDoubleFunction<Day> what, Map<String, Object> params) {
        return Figures.of(
                name, unit, Verdicts.judged(days).stream().mapToDouble(what).toArray(), params);
    }

    /// Of a soak of less than two days after the first there is no ratio.
    private static boolean isKnown(Figures figures) {
        return !Double.isNaN(figures.quantile(0));
    }

    private static Figures one(String name, String unit, double value, Map<String, Object> params) {
        return Figures.of(name, unit, new double[] {value}, params);
    }
}
