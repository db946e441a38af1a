package city.adapter.llm.embedding;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.memory.domain.Embedding;
import city.memory.spi.Embedder;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An embedder that remembers vectors by the SHA-256 of their texts, and asks another for those that it has
/// not. The one that was used least lately gives way. Texts that several threads miss at once are asked for by
/// each of them.
public final class CachedEmbedder implements Embedder, AutoCloseable {
    private final Embedder embedder;
    private final Runnable closing;
    private final Map<ByteBuffer, Embedding> known;

    /// @param most vectors that are kept
    public CachedEmbedder(Embedder embedder, int most, Runnable closing) {
        this.embedder = embedder;
        this.closing = closing;
        this.known = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Embedding> eldest) {
                return size() > most;
            }
        };
    }

    @Override
    public String space() {
        return embedder.space();
    }

    @Override
    public int dimension() {
        return embedder.dimension();
    }

    /// @throws IllegalArgumentException when a text is blank, as no model has a vector for it
    @Override
    public List<Embedding> embed(List<String> texts) {
        if (texts.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("texts must not be blank");
        }
        var found = new LinkedHashMap<String, Embedding>();
        var missing = new LinkedHashSet<String>();
        recall(texts, found, missing);
        if (!missing.isEmpty()) {
            var asked = new ArrayList<>(missing);
            var made = embedder.embed(asked);
            for (int i = 0; i < asked.size(); i++) {
                found.put(asked.get(i), made.get(i));
            }
            remember(missing, found);
        }
        return texts.stream().map(found::get).toList();
    }

    /// Calls in flight fail.
    @Override
    public void close() {
        closing.run();
    }

    private void recall(List<String> texts, Map<String, Embedding> found, Set<String> missing) {
        synchronized (known) {
            for (var text : texts) {
                var embedding = known.get(hash(text));
                if (embedding == null) {
                    missing.add(text);
                } else {
                    found.put(text, embedding);
                }
            }
        }
    }

    private void remember(Set<String> texts, Map<String, Embedding> found) {
        synchronized (known) {
            texts.forEach(text -> known.put(hash(text), found.get(text)));
        }
    }

    private static ByteBuffer hash(String text) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
