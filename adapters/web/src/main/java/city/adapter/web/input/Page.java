package city.adapter.web.input;

import city.adapter.web.problem.Refused;
import org.jspecify.annotations.Nullable;

/// Which part of a list is wanted; of events it may end sooner by its size.
///
/// @param cursor where the page before ended; empty for the first page
public record Page(int limit, @Nullable String cursor) {
    public static final int MAX_LIMIT = 1000;
    public static final int DEFAULT_LIMIT = 100;

    public static Page of(@Nullable Integer limit, @Nullable String cursor) {
        if (limit != null && (limit < 1 || limit > MAX_LIMIT)) {
            throw Refused.parameter("limit", "must be 1 to %d: %d".formatted(MAX_LIMIT, limit));
        }
        return new Page(limit == null ? DEFAULT_LIMIT : limit, cursor);
    }

    /// The cursor as the number that it is.
    ///
    /// @param first when there is no cursor
    public long from(long first) {
        if (cursor == null) {
            return first;
        }
        try {
            long from = Long.parseLong(cursor);
            if (from >= 0) {
                return from;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw Refused.parameter("cursor", "must be the next of a page before");
    }

    /// The cursor as a row: one that no list can have is told apart from one that is past the end.
    public int fromRow() {
        return (int) Math.min(from(0), Integer.MAX_VALUE);
    }
}
