package city.adapter.postgres.record;

import city.adapter.postgres.link.Backoff;
import city.adapter.postgres.link.Outage;
import city.adapter.postgres.link.Quietly;
import city.adapter.postgres.link.Writer;
import city.world.spi.CityRecord.RecordBroken;
import city.world.spi.Commit;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings one commit into the record exactly once, whatever happens to the link.
///
/// While the link holds, the transaction says whether it was written. When the link broke, nobody knows, so a new
/// session ends the old one, takes the lock, which is free only when the old transaction has ended either way, and
/// reads the head: the commit's own head means written, the one before it means not written.
final class OneCommit {
    private static final Logger LOG = LoggerFactory.getLogger(OneCommit.class);

    private final Writer writer;
    private final Backoff backoff;
    private final CommitRows rows;
    private final Commit commit;
    private final Consumer<String> waiting;

    OneCommit(Writer writer, Backoff backoff, CommitRows rows, Commit commit, Consumer<String> waiting) {
        this.writer = writer;
        this.backoff = backoff;
        this.rows = rows;
        this.commit = commit;
        this.waiting = waiting;
    }

    /// Returns when the commit is durable.
    void bringHome() {
        Optional<SQLException> refusal = Optional.empty();
        boolean home = false;
        while (!home) {
            try {
                write();
                home = true;
            } catch (SQLException e) {
                if (Outage.isOne(e)) {
                    home = wasWrittenBefore(e);
                } else {
                    refusal = Optional.of(refused(refusal, e));
                }
            }
        }
    }

    private void write() throws SQLException {
        var connection = writer.connection();
        try {
            rows.write(connection, commit);
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            Quietly.rollBack(connection);
            throw e;
        }
    }

    private SQLException refused(Optional<SQLException> before, SQLException now) {
        if (before.isPresent()) {
            throw new RecordBroken(
                    "the record refused commit %d twice: %s"
                            .formatted(commit.after().commit(), now.getMessage()),
                    now);
        }
        LOG.warn(
                "The record refused commit {}, which is tried once more",
                commit.after().commit(),
                now);
        return now;
    }

    /// Waits for the database, for as long as it takes.
    private boolean wasWrittenBefore(SQLException outage) {
        var reason = outage;
        for (int attempt = 0; ; attempt++) {
            waiting.accept(reason.getMessage());
            if (!backoff.pause(attempt)) {
                throw new RecordBroken(
                        "stopped while it was unknown whether commit %d is written"
                                .formatted(commit.after().commit()),
                        reason);
            }
            try {
                writer.reopen();
                return isInRecord();
            } catch (SQLException e) {
                reason = e;
            }
        }
    }

    private boolean isInRecord() throws SQLException {
        var connection = writer.connection();
        var found = HeadRow.findLocked(connection);
        connection.rollback();
        if (found.equals(Optional.of(commit.after()))) {
            return true;
        }
        if (found.equals(commit.before())) {
            return false;
        }
        throw HeadRow.taken(found, commit.before());
    }
}
