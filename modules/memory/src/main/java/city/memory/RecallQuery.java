package city.memory;

import city.world.ResidentId;

/// What comes to a resident's mind, given some words.
///
/// @param limit at most so many memories
/// @param tick  now
public record RecallQuery(ResidentId resident, String words, int limit, long tick) {
    /// More than anybody reads, or a prompt should hold.
    public static final int MAX_LIMIT = 100;

    /// The nearest by relevance alone are fetched in this multiple, so that the recent and the important among them
    /// can overtake.
    private static final int OVER_FETCH = 10;

    public RecallQuery {
        if (words.isBlank() || words.length() > Memory.MAX_TEXT) {
            throw new IllegalArgumentException("words must have 1 to %d characters and not be blank: %d"
                    .formatted(Memory.MAX_TEXT, words.length()));
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to %d: %d".formatted(MAX_LIMIT, limit));
        }
        if (tick < 0) {
            throw new IllegalArgumentException("tick must not be negative: " + tick);
        }
    }

    /// How many candidates an index should give for scoring.
    public int candidates() {
        return OVER_FETCH * limit;
    }
}
