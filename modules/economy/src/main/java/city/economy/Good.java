package city.economy;

/// Something that is made, sold and used up.
///
/// @param name            unique, in lower case, such as `bread`
/// @param nourishPerMille by how much one unit stills hunger, 0..1000
/// @param cheerPerMille   by how much one unit lifts the mood, 0..1000
/// @param onTheSpot       used up where it is bought, such as a meal; otherwise carried away
public record Good(String name, int nourishPerMille, int cheerPerMille, boolean onTheSpot) {
    public Good {
        if (!name.matches("[a-z][a-z0-9_-]{0,39}")) {
            throw new IllegalArgumentException(
                    "name must be 1 to 40 lower-case letters, digits, _ or -: \"" + name + "\"");
        }
        requirePerMille("nourish_per_mille", nourishPerMille);
        requirePerMille("cheer_per_mille", cheerPerMille);
    }

    private static void requirePerMille(String field, int value) {
        if (value < 0 || value > 1000) {
            throw new IllegalArgumentException("%s must be 0 to 1000: %d".formatted(field, value));
        }
    }
}
