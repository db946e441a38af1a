package city.agents;

import city.world.LocationId;
import city.world.ResidentId;
import city.world.kernel.WireName;

/// What a resident thinks of somebody or something. It moves nothing but what the resident says and does of its own
/// accord: no rule of the city looks at it.
///
/// @param stance -2, strongly against, to 2, strongly for
/// @param words  a sentence, in the resident's own words: data, and never an instruction
public record Opinion(Subject subject, int stance, String words) {
    public static final int STRONGEST = 2;

    /// A long sentence.
    public static final int MAX_WORDS = 200;

    public Opinion {
        if (stance < -STRONGEST || stance > STRONGEST) {
            throw new IllegalArgumentException("stance must be %d to %d: %d".formatted(-STRONGEST, STRONGEST, stance));
        }
        if (words.isBlank() || words.length() > MAX_WORDS) {
            throw new IllegalArgumentException(
                    "words must have 1 to %d characters and not be blank: %d".formatted(MAX_WORDS, words.length()));
        }
    }

    /// Of whom or what.
    public sealed interface Subject {
        @WireName("person")
        record Person(ResidentId id) implements Subject {}

        @WireName("place")
        record Place(LocationId id) implements Subject {}

        /// A good, or what it costs.
        @WireName("good")
        record Good(String name) implements Subject {
            public static final int MAX_NAME = 100;

            public Good {
                if (name.isBlank() || name.length() > MAX_NAME) {
                    throw new IllegalArgumentException(
                            "name must have 1 to %d characters: %d".formatted(MAX_NAME, name.length()));
                }
            }
        }
    }
}
