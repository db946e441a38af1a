package city.adapter.postgres.fork;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/// Rows from one database into another by COPY, without a look at them: they are as exact as they were, and no more
/// than a packet of them is in memory.
final class Pipe {
    private Pipe() {}

    /// @param query what is read
    /// @param into  the table with its columns, as `world.journal (ordinal, tick)`
    /// @return how many rows
    static long copy(Connection from, String query, Connection to, String into) throws SQLException {
        var out = from.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY (%s) TO STDOUT (FORMAT binary)".formatted(query));
        try {
            var in = to.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY %s FROM STDIN (FORMAT binary)".formatted(into));
            try {
                for (var bytes = out.readFromCopy(); bytes != null; bytes = out.readFromCopy()) {
                    in.writeToCopy(bytes, 0, bytes.length);
                }
                return in.endCopy();
            } finally {
                if (in.isActive()) {
                    in.cancelCopy();
                }
            }
        } finally {
            if (out.isActive()) {
                out.cancelCopy();
            }
        }
    }
}
