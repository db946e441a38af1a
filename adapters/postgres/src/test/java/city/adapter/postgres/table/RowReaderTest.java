package city.adapter.postgres.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.copy.CopyOut;

/// Rows of a binary COPY are read the same however the server cuts them, which it is free to do.
class RowReaderTest {
    private static final int HEADER_BYTES = 19;
    private static final UUID ID = new UUID(7, -7);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 19, 20, 64, 1000})
    void rowsMayBeCutAnywhere(int bytesAtOnce) throws SQLException {
        var copy = new Pieces(twoRows(), bytesAtOnce);
        try (var rows = new RowReader(copy)) {
            for (int row = 1; row <= 2; row++) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt()).isEqualTo(row);
                assertThat(rows.getLong()).isEqualTo(Long.MIN_VALUE + row);
                assertThat(rows.getUuid()).isEqualTo(ID);
                assertThat(rows.getText()).isEqualTo("Zoë " + row);
            }
            assertThat(rows.next()).isFalse();
        }
        assertThat(copy.isCancelled).isFalse();
    }

    @Test
    void anEndInTheMiddleOfARowIsABrokenLink() throws SQLException {
        try (var rows = new RowReader(new Pieces(Arrays.copyOf(twoRows(), 35), 64))) {
            rows.next();
            rows.getInt();

            assertThatThrownBy(rows::getLong)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            it -> assertThat(it.getSQLState()).isEqualTo("08006"));
        }
    }

    @Test
    void aFieldOfAnotherTypeIsNotReadWithItsNeighbour() throws SQLException {
        var copy = new Pieces(twoRows(), 64);
        try (var rows = new RowReader(copy)) {
            rows.next();

            assertThatThrownBy(rows::getLong).hasMessage("a field of 4 bytes where 8 were to come");
        }
        assertThat(copy.isCancelled).isTrue();
    }

    private static byte[] twoRows() {
        var bytes = ByteBuffer.allocate(1000).put(new byte[HEADER_BYTES]);
        for (int row = 1; row <= 2; row++) {
            var text = ("Zoë " + row).getBytes(StandardCharsets.UTF_8);
            bytes.putShort((short) 4);
            bytes.putInt(Integer.BYTES).putInt(row);
            bytes.putInt(Long.BYTES).putLong(Long.MIN_VALUE + row);
            bytes.putInt(2 * Long.BYTES).putLong(ID.getMostSignificantBits()).putLong(ID.getLeastSignificantBits());
            bytes.putInt(text.length).put(text);
        }
        bytes.putShort((short) -1);
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /// A COPY that arrives in pieces of one size.
    private static final class Pieces implements CopyOut {
        private final Deque<byte[]> pieces = new ArrayDeque<>();
        private boolean isActive = true;
        private boolean isCancelled;

        Pieces(byte[] bytes, int size) {
            for (int at = 0; at < bytes.length; at += size) {
                pieces.add(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size)));
            }
        }

        @Override
        public byte @Nullable [] readFromCopy() {
            isActive = !pieces.isEmpty();
            return pieces.poll();
        }

        @Override
        public byte @Nullable [] readFromCopy(boolean block) {
            return readFromCopy();
        }

        @Override
        public int getFieldCount() {
            return 4;
        }

        @Override
        public int getFormat() {
            return 1;
        }

        @Override
        public int getFieldFormat(int field) {
            return 1;
        }

        @Override
        public boolean isActive() {
            return isActive;
        }

        @Override
        public void cancelCopy() {
            isCancelled = true;
            isActive = false;
        }

        @Override
        public long getHandledRowCount() {
            return -1;
        }
    }
}
