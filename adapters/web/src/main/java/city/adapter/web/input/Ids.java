package city.adapter.web.input;

import java.util.Optional;
import java.util.UUID;

/// Reads ids in their full form only: `UUID.fromString` takes shorter ones and makes others of them.
public final class Ids {
    private static final int LENGTH = 36;

    private Ids() {}

    public static Optional<UUID> parse(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
