package city.adapter.vectors;

import static city.adapter.vectors.Layout.INT;
import static city.adapter.vectors.Layout.LONG;

import city.memory.spi.MemoryIndex.Full;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.zip.CRC32C;

/// The mapped file: a header and extents of blocks. The file says that it is in use until it is closed in good order.
/// So one that a crash or a kill left behind is known as torn. New extents are written before they are mapped, so that
/// a full disk is an error here and not a fault of the JVM at some later store; what an attempt that failed left at the
/// end is written over by the next.
///
/// Not safe for several threads; closing it ends all access to its blocks.
final class VectorFile implements AutoCloseable {
    private static final long MAGIC = 0x5345_4952_4f4d_454dL;
    private static final int VERSION = 1;
    private static final int IN_USE = 1;
    private static final int CLOSED = 2;

    private static final long VERSION_AT = 8;
    private static final long DIMENSION_AT = 12;
    private static final long STATE_AT = 16;
    private static final long EXTENTS_AT = 20;
    private static final long CHECKSUM_AT = 24;
    private static final long SPACE_AT = 32;

    private static final int WRITTEN_AT_ONCE = 1 << 20;

    private final VectorSettings settings;
    private final Layout layout;
    private final FileChannel channel;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment header;
    private final List<MemorySegment> extents = new ArrayList<>();

    private VectorFile(VectorSettings settings, FileChannel channel) throws IOException {
        this.settings = settings;
        this.layout = new Layout(settings.dimension());
        this.channel = channel;
        this.header = channel.map(MapMode.READ_WRITE, 0, Layout.HEADER_BYTES, arena);
    }

    /// An empty file in place of whatever is there.
    ///
    /// @throws UncheckedIOException when it cannot be written, or somebody has it
    static VectorFile create(VectorSettings settings) {
        try {
            var channel = lock(settings.path(), StandardOpenOption.CREATE);
            try {
                channel.truncate(0);
                zero(channel, 0, Layout.HEADER_BYTES);
                var file = new VectorFile(settings, channel);
                file.writeHeader();
                return file;
            } catch (IOException unwritable) {
                channel.close();
                throw unwritable;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// What was closed in good order. A file that is refused stays as it is.
    ///
    /// @throws UncheckedIOException when it cannot be read, or somebody has it
    static VectorFile open(VectorSettings settings) throws UnfitFile {
        if (!Files.isRegularFile(settings.path())) {
            throw new UnfitFile(settings.path(), "is not there");
        }
        try {
            var channel = lock(settings.path());
            try {
                require(settings.path(), channel.size() >= Layout.HEADER_BYTES, "is too short for a header");
                return new VectorFile(settings, channel).takeOver();
            } catch (IOException | UnfitFile refused) {
                channel.close();
                throw refused;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int blocks() {
        return extents.size() * Layout.BLOCKS_PER_EXTENT;
    }

    Block block(int number) {
        return new Block(extents.get(number / Layout.BLOCKS_PER_EXTENT), layout, number % Layout.BLOCKS_PER_EXTENT);
    }

    /// Adds an extent of blocks that are nobody's.
    ///
    /// @throws Full                 when the file would become larger than it may
    /// @throws UncheckedIOException when the disk has no room
    void grow() {
        long bytes = layout.fileBytes(extents.size() + 1);
        if (bytes > settings.mostBytes()) {
            throw new Full(
                    "%s must not have more than %d bytes: %d".formatted(settings.path(), settings.mostBytes(), bytes));
        }
        try {
            long from = layout.fileBytes(extents.size());
            zero(channel, from, layout.extentBytes());
            extents.add(channel.map(MapMode.READ_WRITE, from, layout.extentBytes(), arena));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// First the extents and then the header are on the disk, so the header never says too much.
    @Override
    public void close() {
        try (channel;
                arena) {
            extents.forEach(MemorySegment::force);
            header.set(INT, EXTENTS_AT, extents.size());
            header.set(INT, CHECKSUM_AT, checksum());
            mark(CLOSED);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void writeHeader() {
        header.set(LONG, 0, MAGIC);
        header.set(INT, VERSION_AT, VERSION);
        header.set(INT, DIMENSION_AT, settings.dimension());
        MemorySegment.copy(space(), 0, header, ValueLayout.JAVA_BYTE, SPACE_AT, VectorSettings.MAX_SPACE_BYTES);
        mark(IN_USE);
    }

    private VectorFile takeOver() throws UnfitFile, IOException {
        try {
            requireFit();
            mapAll();
            mark(IN_USE);
            return this;
        } catch (IOException | UnfitFile refused) {
            arena.close();
            throw refused;
        }
    }

    private void mark(int state) {
        header.set(INT, STATE_AT, state);
        header.force();
    }

    private void requireFit() throws UnfitFile, IOException {
        var found = header.asSlice(SPACE_AT, VectorSettings.MAX_SPACE_BYTES).toArray(ValueLayout.JAVA_BYTE);
        require(settings.path(), header.get(LONG, 0) == MAGIC, "holds no vectors");
        requireEqual("version", VERSION, header.get(INT, VERSION_AT));
        requireEqual("dimension", settings.dimension(), header.get(INT, DIMENSION_AT));
        require(settings.path(), Arrays.equals(space(), found), "holds vectors of another space");
        require(settings.path(), header.get(INT, STATE_AT) == CLOSED, "was not closed in good order");
        require(settings.path(), channel.size() >= layout.fileBytes(header.get(INT, EXTENTS_AT)), "was cut short");
    }

    private void mapAll() throws IOException, UnfitFile {
        for (int i = 0; i < header.get(INT, EXTENTS_AT); i++) {
            extents.add(channel.map(MapMode.READ_WRITE, layout.fileBytes(i), layout.extentBytes(), arena));
        }
        require(settings.path(), header.get(INT, CHECKSUM_AT) == checksum(), "has owners that do not add up");
    }

    /// Over who owns what. The vectors themselves are not in it: they would all have to be read at every start.
    private int checksum() {
        var sum = new CRC32C();
        for (var extent : extents) {
            sum.update(extent.asSlice(0, Layout.ownerBytes()).asByteBuffer());
        }
        return (int) sum.getValue();
    }

    private byte[] space() {
        return Arrays.copyOf(settings.space().getBytes(StandardCharsets.UTF_8), VectorSettings.MAX_SPACE_BYTES);
    }

    private void requireEqual(String name, long wanted, long found) throws UnfitFile {
        require(settings.path(), wanted == found, "must have %s %d: %d".formatted(name, wanted, found));
    }

    private static void require(Path path, boolean holds, String otherwise) throws UnfitFile {
        if (!holds) {
            throw new UnfitFile(path, otherwise);
        }
    }

    private static FileChannel lock(Path path, OpenOption... more) throws IOException {
        var options = new HashSet<>(List.of(more));
        options.addAll(List.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
        var channel = FileChannel.open(path, options);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException _) {
            // Somebody in this process has it; to the caller it is the same.
        }
        channel.close();
        throw new FileSystemException(path.toString(), null, "is in use");
    }

    private static void zero(FileChannel channel, long from, long bytes) throws IOException {
        var zeros = ByteBuffer.allocate((int) Math.min(bytes, WRITTEN_AT_ONCE));
        for (long at = from; at < from + bytes; ) {
            zeros.position(0).limit((int) Math.min(zeros.capacity(), from + bytes - at));
            at += channel.write(zeros, at);
        }
    }
}
