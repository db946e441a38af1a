package city.adapter.postgres.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/// Rows on their way out of one table, in PostgreSQL's binary COPY format (documentation of COPY, "Binary Format").
///
/// Each row is begun by {@link #next} and read field by field in the order of the statement's columns, each of which
/// must be there and of its column's type. Closing before the last row cancels the statement.
final class RowReader implements AutoCloseable {
    /// Signature, flags, and length of the extension, which is empty.
    private static final int HEADER_BYTES = 19;

    private static final short TRAILER = -1;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final CopyOut copy;
    private ByteBuffer arrived = NOTHING;

    /// @param copy that has just begun
    RowReader(CopyOut copy) throws SQLException {
        this.copy = copy;
        next(HEADER_BYTES).position(HEADER_BYTES);
    }

    /// @param sql a `COPY … TO STDOUT (FORMAT binary)`
    static RowReader from(Connection connection, String sql) throws SQLException {
        return new RowReader(connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql));
    }

    /// Whether there is another row, whose first field is read next.
    boolean next() throws SQLException {
        boolean isRow = next(Short.BYTES).getShort() != TRAILER;
        if (!isRow) {
            finish();
        }
        return isRow;
    }

    int getInt() throws SQLException {
        return field(Integer.BYTES).getInt();
    }

    long getLong() throws SQLException {
        return field(Long.BYTES).getLong();
    }

    UUID getUuid() throws SQLException {
        var field = field(2 * Long.BYTES);
        return new UUID(field.getLong(), field.getLong());
    }

    String getText() throws SQLException {
        return new String(getBytes(), StandardCharsets.UTF_8);
    }

    byte[] getBytes() throws SQLException {
        var bytes = new byte[next(Integer.BYTES).getInt()];
        next(bytes.length).get(bytes);
        return bytes;
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private ByteBuffer field(int bytes) throws SQLException {
        int length = next(Integer.BYTES).getInt();
        if (length != bytes) {
            throw new SQLException("a field of %d bytes where %d were to come".formatted(length, bytes), "XX001");
        }
        return next(bytes);
    }

    /// What arrived, with at least so many bytes of it still to be read.
    private ByteBuffer next(int bytes) throws SQLException {
        while (arrived.remaining() < bytes) {
            var more = copy.readFromCopy();
            if (more == null) {
                throw new SQLException("the rows end in the middle of one", "08006");
            }
            arrived = arrived.hasRemaining()
                    ? ByteBuffer.allocate(arrived.remaining() + more.length)
                            .put(arrived)
                            .put(more)
                            .flip()
                    : ByteBuffer.wrap(more);
        }
        return arrived;
    }

    private void finish() throws SQLException {
        while (copy.isActive() && copy.readFromCopy() != null) {
            // nothing but the end comes after the trailer
        }
    }
}
