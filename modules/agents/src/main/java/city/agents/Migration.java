package city.agents;

import java.util.List;

/// Who comes to the city of its own accord, and who leaves it.
///
/// @param arrivalsPerYear         on average, as long as there is a home with room
/// @param leaversPerMilleAYear    of 1,000 residents so many leave in a year for a better life elsewhere
/// @param minPopulation           below it nobody leaves
/// @param maxPopulation           from it on nobody comes
/// @param given                   first names of newcomers
/// @param family                  last names of newcomers
/// @param traits                  in the order of {@link Persona.Traits}
/// @param values                  in the order of {@link Life.Values}
/// @param savings                 what they bring, in minor units, from the mint
/// @param goals                   in words; each gets one, if there is any
public record Migration(
        int arrivalsPerYear,
        int leaversPerMilleAYear,
        int minPopulation,
        int maxPopulation,
        List<String> given,
        List<String> family,
        List<Range> traits,
        List<Range> values,
        Range age,
        Range savings,
        List<String> goals) {
    /// A hundred a day.
    public static final int MOST_ARRIVALS_PER_YEAR = 36_500;

    public static final int MOST_RESIDENTS = 1_000_000;
    public static final int MOST_WORDS = 500;
    public static final int TRAITS = 6;
    public static final int VALUES = 5;

    public Migration {
        given = List.copyOf(given);
        family = List.copyOf(family);
        traits = List.copyOf(traits);
        values = List.copyOf(values);
        goals = List.copyOf(goals);
        require("arrivals_per_year", arrivalsPerYear, MOST_ARRIVALS_PER_YEAR);
        require("leavers_per_mille_a_year", leaversPerMilleAYear, 1000);
        require("min_population", minPopulation, MOST_RESIDENTS);
        require("max_population", maxPopulation, MOST_RESIDENTS);
        require("age", age.max(), Life.MAX_AGE);
        if (maxPopulation < minPopulation) {
            throw new IllegalArgumentException(
                    "max_population must be at least min_population: %d, %d".formatted(maxPopulation, minPopulation));
        }
        if (given.isEmpty() || family.isEmpty() || given.size() > MOST_WORDS || family.size() > MOST_WORDS) {
            throw new IllegalArgumentException("given and family names must be 1 to %d each: %d, %d"
                    .formatted(MOST_WORDS, given.size(), family.size()));
        }
        if (traits.size() != TRAITS || values.size() != VALUES || goals.size() > MOST_WORDS) {
            throw new IllegalArgumentException("traits must be %d, values %d, goals at most %d: %d, %d, %d"
                    .formatted(TRAITS, VALUES, MOST_WORDS, traits.size(), values.size(), goals.size()));
        }
        traits.forEach(it -> require("traits", it.max(), 100));
        values.forEach(it -> require("values", it.max(), 100));
        given.forEach(it -> requireLine("given", it, 40));
        family.forEach(it -> requireLine("family", it, 40));
        goals.forEach(it -> requireLine("goals", it, Persona.MAX_GOAL_LENGTH));
    }

    /// Whole numbers, each as likely as the other.
    public record Range(int min, int max) {
        public Range {
            if (min < 0 || max < min || max == Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "a range must not be negative, nor end before it begins: %d to %d".formatted(min, max));
            }
        }
    }

    private static void require(String field, int value, int max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException("%s must be 0 to %d: %d".formatted(field, max, value));
        }
    }

    private static void requireLine(String field, String text, int maxLength) {
        if (text.isBlank() || text.length() > maxLength || text.indexOf('\n') >= 0 || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "%s must be lines of 1 to %d characters: \"%s\"".formatted(field, maxLength, text));
        }
    }
}
