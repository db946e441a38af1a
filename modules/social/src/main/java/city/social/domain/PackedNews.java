package city.social.domain;

import city.social.News;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// A resident's news in one column: for each item kind, thing, tick, source, credibility and hops.
final class PackedNews {
    private static final int BYTES = 1 + 4 + 8 + 4 + 2 + 1;

    private PackedNews() {}

    static byte[] pack(List<News> items) {
        var bytes = ByteBuffer.allocate(items.size() * BYTES);
        for (var item : items) {
            bytes.put((byte) item.kind())
                    .putInt(item.about())
                    .putLong(item.happenedAt())
                    .putInt(item.source())
                    .putShort((short) item.credibility())
                    .put((byte) item.hops());
        }
        return bytes.array();
    }

    static List<News> unpack(byte[] packed) {
        var items = new ArrayList<News>(packed.length / BYTES);
        var bytes = ByteBuffer.wrap(packed);
        while (bytes.hasRemaining()) {
            items.add(new News(
                    bytes.get(), bytes.getInt(), bytes.getLong(), bytes.getInt(), bytes.getShort(), bytes.get()));
        }
        return items;
    }
}
