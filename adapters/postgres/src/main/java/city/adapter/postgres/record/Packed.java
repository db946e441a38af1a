package city.adapter.postgres.record;

import city.world.spi.Keyframes.Damaged;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// Bytes in the form of zlib (RFC 1950), which ends with a checksum of its own: what decayed is seldom unpacked.
final class Packed {
    private Packed() {}

    /// At the fastest level: rows by columns shrink to a fraction at any, and the city needs the core.
    static byte[] pack(byte[] bytes) {
        var deflater = new Deflater(Deflater.BEST_SPEED);
        var packed = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (var out = new DeflaterOutputStream(packed, deflater)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    /// @throws Damaged when it was not packed here
    static byte[] unpack(int block, byte[] packed) {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new Damaged("block %d cannot be unpacked: %s".formatted(block, e.getMessage()));
        }
    }
}
