package city.world.domain;

import city.world.Hours;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Opening hours as bytes: for each span from (2 bytes), to (2 bytes) and days (1 byte), big-endian, in the given
/// order.
final class PackedHours {
    private static final int SPAN_BYTES = 5;

    private PackedHours() {}

    static byte[] pack(List<Hours> hours) {
        var bytes = ByteBuffer.allocate(SPAN_BYTES * hours.size());
        for (var span : hours) {
            bytes.putShort((short) span.fromMinute());
            bytes.putShort((short) span.toMinute());
            bytes.put((byte) span.days());
        }
        return bytes.array();
    }

    static List<Hours> unpack(byte[] packed) {
        var bytes = ByteBuffer.wrap(packed);
        var hours = new ArrayList<Hours>(packed.length / SPAN_BYTES);
        while (bytes.hasRemaining()) {
            hours.add(new Hours(bytes.getShort(), bytes.getShort(), bytes.get()));
        }
        return List.copyOf(hours);
    }
}
