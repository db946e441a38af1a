package city.adapter.scenario.town;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Writes the scenario of a town of so many residents: quarters like a village's, side by side, each with homes, a
/// farm, a mill, shops, an inn, a school and what else 25 people need, and a population of its own that works next
/// door.
public final class Town {
    /// Of a town of which nothing is asked.
    public static final int RESIDENTS = 200;

    /// As many as there are names for their quarters; a city of more needs another map.
    public static final int MAX_RESIDENTS = 20_000;

    private static final int RESIDENTS_PER_QUARTER = 25;
    private static final int BEDS_PER_HOME = 4;

    /// Half of what may go on at once.
    private static final int MOST_MARKETS = 16;

    private static final int METERS_PER_QUARTER = 300;
    private static final int HOMES_PER_ROW = 5;
    private static final Pattern DISTANCE = Pattern.compile("([xy]): @(\\d+)");
    private static final Pattern PLACES = Pattern.compile("places: (\\d+)");
    private static final Pattern AMOUNT = Pattern.compile("#(\\d+)");

    /// For each resident: 120 days of the contracts of its quarter, and some.
    private static final int TREASURY_PER_RESIDENT = 1200;

    private static final List<String> BEGINNINGS = List.of(
            "Ash", "Birch", "Black", "Bram", "Clay", "Copper", "Crow", "Elm", "Fair", "Fen", "Flint", "Fox", "Glen",
            "Gold", "Haw", "Hazel", "Heron", "Holl", "King", "Lark", "Lime", "Marl", "Oak", "Otter", "Rook", "Rose",
            "Salt", "Thorn", "West", "Wil");
    private static final List<String> ENDINGS = List.of(
            "ford", "ton", "wick", "bury", "ham", "ley", "bridge", "gate", "field", "combe", "dale", "by", "stead",
            "hurst", "mere", "worth", "cliff", "well", "den", "holt", "moor", "port", "shaw", "side", "thorpe", "wold",
            "brook", "croft", "haven", "lock");

    private Town() {}

    /// @param quarter   the template of one: map, firms and population, divided by lines of `=====`. There `{q}` is its
    ///                  name, `@120` so many metres from its south-west corner, `#2` so many for 25 residents, and
    ///                  `{rest}` as many places as leave nobody without work
    /// @param residents 1 to {@link #MAX_RESIDENTS}
    public static String of(int residents, String quarter) {
        if (residents < 1 || residents > MAX_RESIDENTS) {
            throw new IllegalArgumentException("residents must be 1 to %d: %d".formatted(MAX_RESIDENTS, residents));
        }
        var parts = quarter.split("=====\n", -1);
        int quarters = Math.max(1, residents / RESIDENTS_PER_QUARTER);
        return head() + events(quarters) + "districts:\n" + each(parts[0], quarters, residents) + "treasury: "
                + residents * TREASURY_PER_RESIDENT
                + ".00\nfirms:\n" + each(parts[1], quarters, residents) + "populations:\n"
                + each(parts[2], quarters, residents);
    }

    private static String head() {
        return """
                name: town
                seed: 200
                epoch: 2030-04-01T06:00:00
                tick_minutes: 5
                climate: temperate
                goods:
                  - {name: grain}
                  - {name: flour}
                  - {name: vegetables}
                  - {name: bread, nourish_per_mille: 350, cheer_per_mille: 5}
                  - {name: basket, nourish_per_mille: 500, cheer_per_mille: 10}
                  - {name: meal, nourish_per_mille: 800, cheer_per_mille: 60, on_the_spot: true}
                  - {name: ale, cheer_per_mille: 150, on_the_spot: true}
                """;
    }

    /// A market a week on the squares of the first quarters, Saturday here and Wednesday there, and a fair a month on
    /// the first square.
    private static String events(int quarters) {
        var text = new StringBuilder("""
                holidays:
                  - {name: New Year, days: 01-01}
                  - {name: May Day, days: 05-01}
                  - {name: Midsummer, days: 06-24}
                  - {name: Christmas, days: 12-25}
                  - {name: Boxing Day, days: 12-26}
                risks:
                  - {kind: outage, name: Power outage, times_per_year: 12, hours: {min: 2, max: 5}}
                  - {kind: fire, name: Fire, times_per_year: 3, hours: {min: 6, max: 30}}
                events:
                """);
        text.append(
                "  - {kind: festival, name: %s Fair, days: first sat, hours: \"14:00-22:00\", location: %s Square}\n"
                        .formatted(name(0), name(0)));
        for (int i = 0; i < Math.min(quarters, MOST_MARKETS); i++) {
            text.append(
                    "  - {kind: market_day, name: %s Market, days: %s, hours: \"08:00-14:00\", location: %s Square}\n"
                            .formatted(name(i), i % 2 == 0 ? "sat" : "wed", name(i)));
        }
        return text.toString();
    }

    private static String each(String template, int quarters, int residents) {
        var text = new StringBuilder();
        for (int i = 0; i < quarters; i++) {
            int own = residents * (i + 1) / quarters - residents * i / quarters;
            text.append(fill(template, i, quarters, own));
        }
        return text.toString();
    }

    private static String fill(String template, int number, int quarters, int residents) {
        int columns = (int) Math.ceil(Math.sqrt(quarters));
        int x = number % columns * METERS_PER_QUARTER;
        int y = number / columns * METERS_PER_QUARTER;
        var text = template.replace("{homes}", homes(residents))
                .replace("{q}", name(number))
                .replace("{n}", Integer.toString(residents));
        var placed = DISTANCE.matcher(text)
                .replaceAll(it ->
                        "%s: %d".formatted(it.group(1), far(it) + (it.group(1).equals("x") ? x : y)));
        var scaled = AMOUNT.matcher(placed).replaceAll(it -> Integer.toString(amount(it, residents)));
        int places = PLACES.matcher(scaled)
                .results()
                .mapToInt(it -> Integer.parseInt(it.group(1)))
                .sum();
        return scaled.replace("{rest}", Integer.toString(Math.max(1, residents - places)));
    }

    private static int far(MatchResult match) {
        return Integer.parseInt(match.group(2));
    }

    /// Rounded, at least 1.
    private static int amount(MatchResult match, int residents) {
        int scaled = Integer.parseInt(match.group(1)) * residents + RESIDENTS_PER_QUARTER / 2;
        return Math.max(1, scaled / RESIDENTS_PER_QUARTER);
    }

    private static String homes(int residents) {
        var text = new StringBuilder();
        int homes = Math.ceilDiv(residents, BEDS_PER_HOME) + 1;
        for (int i = 0; i < homes; i++) {
            text.append("          - {name: %d {q} Row, kind: home, x: @%d, y: @%d, capacity: %d}\n"
                    .formatted(i + 1, 20 + i % HOMES_PER_ROW * 50, 20 + i / HOMES_PER_ROW * 25, BEDS_PER_HOME));
        }
        return text.toString().stripTrailing();
    }

    private static String name(int number) {
        int ending = (number + number / BEGINNINGS.size()) % ENDINGS.size();
        return BEGINNINGS.get(number % BEGINNINGS.size()) + ENDINGS.get(ending);
    }
}
