package city.app.wiring;

import city.agents.AgentsReads.Census;
import city.world.WorldReads.WorldState;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What people read when the city is up: which city it is, where to look at it, what is on, and what is off and why. It
/// fits a terminal of 24 lines by 80 columns, as far as names allow.
final class StartScreen {
    private static final DateTimeFormatter CITY_TIME = DateTimeFormatter.ofPattern(
                    "EEEE, d MMMM yyyy, HH:mm", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final RunSettings settings;
    private final RunningCity city;

    StartScreen(RunSettings settings, RunningCity city) {
        this.settings = settings;
        this.city = city;
    }

    String text(URI http, URI mqtt) {
        var lines = new ArrayList<String>();
        lines.addAll(state());
        lines.add("");
        lines.addAll(addresses(http, mqtt));
        lines.add("");
        lines.addAll(onAndOff());
        lines.add("");
        lines.add("Ctrl-C stops it; the next run goes on from there.");
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private List<String> state() {
        var genesis = city.kernel().genesis();
        var snapshot = city.kernel().snapshot();
        var world = city.parts().world().now(snapshot);
        var census = city.parts().agents().census(snapshot);
        var money = city.parts().economy().measures(snapshot).inCirculation();
        return List.of(
                "The city of '%s' (seed %d) lives, at tick %d, %s."
                        .formatted(genesis.name(), genesis.seed(), snapshot.tick(), speed()),
                "It is %s; %s, %s. %s."
                        .formatted(CITY_TIME.format(world.time()), partOfDay(world), sky(world), people(census)),
                "%s of money go round among them, %d firms and the treasury."
                        .formatted(money, city.parts().economy().firms(snapshot).size()));
    }

    private List<String> addresses(URI http, URI mqtt) {
        return List.of(
                row("dashboard", http + "/"),
                row("API", http + "/swagger-ui"),
                row("residents", http + "/api/v1/agents"),
                row("events", "curl -N " + http + "/api/v1/events/stream"),
                row("MQTT", "mosquitto_sub -V 5 -h %s -p %d -v -t '#'".formatted(mqtt.getHost(), mqtt.getPort())),
                row("metrics", http + "/prometheus"),
                row("health", http + "/health"),
                row("kept in", "%s (%s)".formatted(settings.data(), city.database())));
    }

    private List<String> onAndOff() {
        return List.of(
                row("on", "record: " + (settings.database().url().isEmpty() ? "PostgreSQL inside" : "your PostgreSQL")),
                row(
                        "on",
                        settings.broker().isEmpty()
                                ? "MQTT: 5 and 3.1.1, by the broker inside"
                                : "MQTT: by your broker"),
                settings.redis().isEmpty()
                        ? row("off", "Redis: CITY_REDIS_URL names one that shows the city to other programs")
                        : row("on", "Redis: shows the city to other programs"),
                settings.memory().isPresent()
                        ? row("on", "memory: residents remember what they live through")
                        : row("off", "memory: --memory on lets residents remember what they live through"),
                settings.models().isPresent()
                        ? row("on", "language models: those of --minds think for residents whose mind is `model`")
                        : row("off", "language models: --minds FILE names some; residents think by rules"),
                settings.requireTokens()
                        ? row("on", "tokens: no program speaks for a resident without its own")
                        : row("off", "tokens: --require-tokens asks all who speak for a resident for one"),
                row("off", "login: this release has none, so it serves this machine only"));
    }

    private String speed() {
        double ticks = settings.ticksPerSecond();
        if (Double.isInfinite(ticks)) {
            return "as fast as it can";
        }
        return ticks == 1 ? "1 tick a second" : "%s ticks a second".formatted(ticks);
    }

    private static String partOfDay(WorldState world) {
        return world.timeOfDay().name().toLowerCase(Locale.ROOT);
    }

    private static String sky(WorldState world) {
        return world.weather().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String people(Census census) {
        return "%d residents, of whom %d sleep and %d are up"
                .formatted(census.population(), census.sleeping(), census.active());
    }

    private static String row(String what, String where) {
        return "  %-10s %s".formatted(what, where);
    }
}
