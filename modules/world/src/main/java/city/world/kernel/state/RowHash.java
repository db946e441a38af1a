package city.world.kernel.state;

/// A 128-bit hash over a row's canonical content, fed in column order: MurmurHash3 x64_128 (Austin Appleby, public
/// domain) over 64-bit words. Texts and bytes are preceded by their length, so that neighbours cannot trade
/// characters.
///
/// It guards against mistakes and decay, not against forgers; the journal's chain is SHA-256. Mutable and reused, for
/// one hash a changed row must allocate nothing.
final class RowHash {
    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;

    private long h1;
    private long h2;
    private long pending;
    private long words;

    void begin(String table, int row) {
        h1 = 0;
        h2 = 0;
        words = 0;
        add(table);
        add(row);
    }

    void add(long word) {
        if ((words++ & 1) == 0) {
            pending = word;
        } else {
            block(pending, word);
        }
    }

    void add(String text) {
        add(text.length());
        long word = 0;
        for (int i = 0; i < text.length(); i++) {
            word = word << 16 | text.charAt(i);
            if ((i & 3) == 3) {
                add(word);
                word = 0;
            }
        }
        if ((text.length() & 3) != 0) {
            add(word);
        }
    }

    void add(byte[] bytes) {
        add(bytes.length);
        long word = 0;
        for (int i = 0; i < bytes.length; i++) {
            word = word << 8 | (bytes[i] & 0xff);
            if ((i & 7) == 7) {
                add(word);
                word = 0;
            }
        }
        if ((bytes.length & 7) != 0) {
            add(word);
        }
    }

    void finish() {
        long total = words;
        if ((words & 1) == 1) {
            add(0);
        }
        h1 ^= total;
        h2 ^= total;
        h1 += h2;
        h2 += h1;
        h1 = mix(h1);
        h2 = mix(h2);
        h1 += h2;
        h2 += h1;
    }

    long high() {
        return h1;
    }

    long low() {
        return h2;
    }

    private void block(long k1, long k2) {
        h1 ^= Long.rotateLeft(k1 * C1, 31) * C2;
        h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
        h2 ^= Long.rotateLeft(k2 * C2, 33) * C1;
        h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
    }

    private static long mix(long k) {
        k = (k ^ k >>> 33) * 0xff51afd7ed558ccdL;
        k = (k ^ k >>> 33) * 0xc4ceb9fe1a85ec53L;
        return k ^ k >>> 33;
    }
}
