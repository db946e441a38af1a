package city.adapter.postgres.link;

import java.sql.SQLException;

/// The record could not be read. The message names the work and the database's reason.
public final class ReadFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean passing;

    ReadFailed(String work, SQLException cause) {
        super("%s: %s".formatted(work, Outage.reason(cause)), cause);
        this.passing = Outage.isOne(cause);
    }

    /// Whether the database was only away, so that the same may succeed later.
    public boolean isPassing() {
        return passing;
    }
}
