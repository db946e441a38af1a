package city.adapter.postgres.link;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/// Tells a database that is away, or cannot just now, from one that refuses what was asked.
public final class Outage {
    /// 08 connection lost or impossible, 53 out of connections, memory or disk, 57P shut down or starting.
    private static final Set<String> CLASSES = Set.of("08", "53");

    private static final Set<String> STATES = Set.of(
            "57P01", // admin shutdown, or this backend was terminated
            "57P02", // crash shutdown
            "57P03", // cannot connect now
            "57P05", // idle session timeout
            "25P03", // idle in transaction timeout
            "25006", // read-only: a standby answers
            "55P03"); // lock not available: somebody else's transaction holds the head

    private Outage() {}

    /// Whether the same work may succeed later without a change on our side.
    public static boolean isOne(SQLException error) {
        var state = error.getSQLState();
        if (state != null
                && (STATES.contains(state) || CLASSES.contains(state.substring(0, Math.min(2, state.length()))))) {
            return true;
        }
        return isPoolOutOfPatience(error) || causedByInputOutput(error);
    }

    /// What the database or the network said: a pool tells only that it waited for nothing.
    public static String reason(SQLException error) {
        return error.getCause() instanceof SQLException cause ? reason(cause) : String.valueOf(error.getMessage());
    }

    /// A pool whose last attempt to connect succeeded, but too late, has no reason to give.
    private static boolean isPoolOutOfPatience(SQLException error) {
        return error instanceof SQLTransientConnectionException && error.getCause() == null;
    }

    private static boolean causedByInputOutput(Throwable error) {
        int depth = 0;
        for (var cause = error.getCause(); cause != null && depth < 10; cause = cause.getCause(), depth++) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}
