package city.adapter.postgres.table;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Rows on their way into one table, in PostgreSQL's binary COPY format (documentation of COPY, "Binary Format"):
/// exact, and without the server's parsing of numbers.
///
/// Each row is begun by {@link #row} and filled in the order of the statement's columns. Nothing is in the table before
/// {@link #finish}; closing without it cancels the statement.
public final class RowStream implements AutoCloseable {
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final short TRAILER = -1;

    /// What is sent at once: large enough that the server is not woken for crumbs.
    private static final int CHUNK_BYTES = 64 * 1024;

    /// Most commits are small, and each makes a few streams.
    private static final int FIRST_BYTES = 2 * 1024;

    /// 2000-01-01T00:00:00Z, from which PostgreSQL counts microseconds.
    private static final long EPOCH_SECOND = 946_684_800L;

    private final CopyIn copy;
    private byte[] buffer = new byte[FIRST_BYTES];
    private int size;

    private RowStream(CopyIn copy) {
        this.copy = copy;
        put(HEADER);
    }

    /// @param sql a `COPY … FROM STDIN (FORMAT binary)`
    public static RowStream into(Connection connection, String sql) throws SQLException {
        return new RowStream(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql));
    }

    public void row(int fields) throws SQLException {
        if (size >= CHUNK_BYTES) {
            send();
        }
        putShort(fields);
    }

    public void add(int value) {
        putInt(Integer.BYTES);
        putInt(value);
    }

    public void add(long value) {
        putInt(Long.BYTES);
        putLong(value);
    }

    /// For a `smallint`.
    public void addShort(int value) {
        putInt(Short.BYTES);
        putShort(value);
    }

    public void add(UUID value) {
        putInt(2 * Long.BYTES);
        putLong(value.getMostSignificantBits());
        putLong(value.getLeastSignificantBits());
    }

    /// For a `timestamptz`, cut to microseconds.
    public void add(Instant value) {
        add((value.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + value.getNano() / 1000);
    }

    /// @param where names the column, for the message
    public void add(Object where, String value) throws SQLException {
        add(Texts.storable(where, value).getBytes(StandardCharsets.UTF_8));
    }

    /// The array is not kept.
    public void add(byte[] value) {
        putInt(value.length);
        put(value);
    }

    /// Ends the statement.
    ///
    /// @return rows that it added
    public long finish() throws SQLException {
        putShort(TRAILER);
        send();
        return copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void send() throws SQLException {
        copy.writeToCopy(buffer, 0, size);
        size = 0;
    }

    private void putShort(int value) {
        ensure(Short.BYTES);
        buffer[size++] = (byte) (value >>> 8);
        buffer[size++] = (byte) value;
    }

    private void putInt(int value) {
        ensure(Integer.BYTES);
        for (int shift = 24; shift >= 0; shift -= 8) {
            buffer[size++] = (byte) (value >>> shift);
        }
    }

    private void putLong(long value) {
        putInt((int) (value >>> 32));
        putInt((int) value);
    }

    private void put(byte[] bytes) {
        ensure(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    private void ensure(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, size + more));
        }
    }
}
