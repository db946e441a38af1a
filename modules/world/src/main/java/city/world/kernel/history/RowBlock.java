package city.world.kernel.history;

import city.world.kernel.state.BytesColumn;
import city.world.kernel.state.Column;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Table;
import city.world.kernel.state.TableShape;
import city.world.kernel.state.TableShape.ColumnShape;
import city.world.kernel.state.TableView;
import city.world.kernel.state.TextColumn;
import city.world.kernel.state.UuidColumn;
import city.world.spi.Keyframes.Damaged;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Function;

/// Rows of one table in canonical bytes, the same for the same rows on every machine. A block describes itself, so that
/// a program that declares another table, or none of the name, can still read and hash it.
///
/// Layout, big-endian, texts as length and UTF-8: schema, name, number of columns, of each its name and type; number of
/// rows, their numbers ascending; then column by column the rows' values. By columns, for like stands beside like and
/// compresses.
final class RowBlock {
    /// Half a megabyte of a wide table: a piece that is read, packed and sent in a few milliseconds.
    private static final int MAX_ROWS = 2_048;

    private RowBlock() {}

    /// The view's rows in blocks, each made when it is asked for. An empty table has none.
    static Iterable<byte[]> cut(Table table, TableView view) {
        return () -> new Iterator<>() {
            private int next = firstFrom(view, 0);

            @Override
            public boolean hasNext() {
                return next < view.rows();
            }

            @Override
            public byte[] next() {
                if (!hasNext()) {
                    throw new NoSuchElementException(table.name());
                }
                var rows = new int[MAX_ROWS];
                int count = 0;
                while (hasNext() && count < MAX_ROWS) {
                    rows[count++] = next;
                    next = firstFrom(view, next + 1);
                }
                return write(table, view, Arrays.copyOf(rows, count));
            }
        };
    }

    /// Adds a block's rows to the table that the caller has for its shape.
    ///
    /// @throws Damaged when it is no block
    static void read(byte[] block, Function<TableShape, Table> tables) {
        try (var in = new DataInputStream(new ByteArrayInputStream(block))) {
            var table = tables.apply(readShape(in));
            var rows = new int[readCount(in)];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = in.readInt();
                table.add(rows[i]);
            }
            for (var column : table.columns()) {
                readValues(column, rows, in);
            }
        } catch (IOException | IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Damaged("a block of rows cannot be read: " + e.getMessage());
        }
    }

    private static int firstFrom(TableView view, int row) {
        int next = row;
        while (next < view.rows() && !view.exists(next)) {
            next++;
        }
        return next;
    }

    private static byte[] write(Table table, TableView view, int[] rows) {
        var bytes = new ByteArrayOutputStream(64 * rows.length);
        try (var out = new DataOutputStream(bytes)) {
            writeShape(TableShape.of(table), out);
            out.writeInt(rows.length);
            for (int row : rows) {
                out.writeInt(row);
            }
            for (var column : table.columns()) {
                writeValues(column, view, rows, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void writeValues(Column column, TableView view, int[] rows, DataOutputStream out)
            throws IOException {
        for (int row : rows) {
            switch (column) {
                case LongColumn it -> out.writeLong(view.get(it, row));
                case IntColumn it -> out.writeInt(view.get(it, row));
                case TextColumn it -> writeText(view.get(it, row), out);
                case UuidColumn it -> writeId(view.get(it, row), out);
                case BytesColumn it -> writeBytes(view.get(it, row), out);
            }
        }
    }

    private static void readValues(Column column, int[] rows, DataInputStream in) throws IOException {
        for (int row : rows) {
            switch (column) {
                case LongColumn it -> it.set(row, in.readLong());
                case IntColumn it -> it.set(row, in.readInt());
                case TextColumn it -> it.set(row, readText(in));
                case UuidColumn it -> it.set(row, new UUID(in.readLong(), in.readLong()));
                case BytesColumn it -> it.set(row, readBytes(in));
            }
        }
    }

    private static void writeShape(TableShape shape, DataOutputStream out) throws IOException {
        writeText(shape.schema(), out);
        writeText(shape.name(), out);
        out.writeInt(shape.columns().size());
        for (var column : shape.columns()) {
            writeText(column.name(), out);
            writeText(column.type().name(), out);
        }
    }

    private static TableShape readShape(DataInputStream in) throws IOException {
        var schema = readText(in);
        var name = readText(in);
        int count = readCount(in);
        List<ColumnShape> columns = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            columns.add(new ColumnShape(readText(in), TableShape.Type.valueOf(readText(in))));
        }
        return new TableShape(schema, name, columns);
    }

    private static void writeText(String text, DataOutputStream out) throws IOException {
        writeBytes(text.getBytes(StandardCharsets.UTF_8), out);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(readBytes(in), StandardCharsets.UTF_8);
    }

    private static void writeId(UUID id, DataOutputStream out) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static void writeBytes(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = readCount(in);
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("it ends before its end");
        }
        return bytes;
    }

    /// A number that is larger than what is left is no number of anything, and must not reserve memory.
    private static int readCount(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > in.available()) {
            throw new IOException("it has no room for %d of anything".formatted(count));
        }
        return count;
    }
}
