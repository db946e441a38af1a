package city.agents;

import java.util.List;
import java.util.Optional;

/// Who a resident is, as people read it and as its habits show.
///
/// @param name   1 to 100 characters
/// @param text   a few sentences; at most 2,000 characters
/// @param goals  what it wants of life, in words; at most 10 of at most 200 characters
public record Persona(String name, String text, Traits traits, List<String> goals) {
    public static final int MAX_NAME_LENGTH = 100;
    public static final int MAX_TEXT_LENGTH = 2000;
    public static final int MAX_GOALS = 10;
    public static final int MAX_GOAL_LENGTH = 200;

    public Persona {
        goals = List.copyOf(goals);
        if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException(
                    "name must have 1 to %d characters: \"%s\"".formatted(MAX_NAME_LENGTH, name));
        }
        if (text.length() > MAX_TEXT_LENGTH) {
            throw new IllegalArgumentException(
                    "persona must have at most %d characters: %d".formatted(MAX_TEXT_LENGTH, text.length()));
        }
        if (goals.size() > MAX_GOALS || goals.stream().anyMatch(it -> it.isBlank() || it.length() > MAX_GOAL_LENGTH)) {
            throw new IllegalArgumentException("goals must be at most %d texts of 1 to %d characters: %s"
                    .formatted(MAX_GOALS, MAX_GOAL_LENGTH, goals));
        }
        requireText("name", name);
        requireText("persona", text);
        goals.forEach(it -> requireText("goals", it));
    }

    /// The record is in UTF-8 and knows no NUL: what could not come back as it was is not let in.
    static void requireText(String field, String text) {
        boolean nul = text.indexOf('\0') >= 0;
        boolean unpaired =
                text.codePoints().anyMatch(it -> it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE);
        if (nul || unpaired) {
            throw new IllegalArgumentException(field + " must be text without NUL and unpaired surrogates");
        }
    }

    /// The traits that a change names; the others stay as they are when it is made.
    public record SomeTraits(
            Optional<Integer> openness,
            Optional<Integer> conscientiousness,
            Optional<Integer> extraversion,
            Optional<Integer> agreeableness,
            Optional<Integer> neuroticism,
            Optional<Integer> earliness) {
        /// What is named must be lawful whatever the others are.
        public SomeTraits {
            new Traits(
                    openness.orElse(0),
                    conscientiousness.orElse(0),
                    extraversion.orElse(0),
                    agreeableness.orElse(0),
                    neuroticism.orElse(0),
                    earliness.orElse(0));
        }

        public Traits over(Traits others) {
            return new Traits(
                    openness.orElse(others.openness),
                    conscientiousness.orElse(others.conscientiousness),
                    extraversion.orElse(others.extraversion),
                    agreeableness.orElse(others.agreeableness),
                    neuroticism.orElse(others.neuroticism),
                    earliness.orElse(others.earliness));
        }
    }

    /// The Big Five (Costa and McCrae 1992) and the hour of the body, each 0..100, 50 being like most people.
    ///
    /// @param earliness 0 for a night owl, 100 for a lark
    public record Traits(
            int openness, int conscientiousness, int extraversion, int agreeableness, int neuroticism, int earliness) {
        public static final Traits LIKE_MOST = new Traits(50, 50, 50, 50, 50, 50);

        public Traits {
            require("openness", openness);
            require("conscientiousness", conscientiousness);
            require("extraversion", extraversion);
            require("agreeableness", agreeableness);
            require("neuroticism", neuroticism);
            require("earliness", earliness);
        }

        private static void require(String trait, int value) {
            if (value < 0 || value > 100) {
                throw new IllegalArgumentException("%s must be 0 to 100: %d".formatted(trait, value));
            }
        }
    }
}
