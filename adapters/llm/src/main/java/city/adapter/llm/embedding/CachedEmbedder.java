package city.adapter.llm.embedding;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.adapter.llm.embedding.RemoteEmbedder.TooMany;
import city.memory.domain.Embedding;
import city.memory.spi.Embedder;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An embedder that remembers vectors by the SHA-256 of their texts, and asks another for those that it has
/// not, in batches: what one of them gave is remembered when the next fails, so that whoever comes again pays only for
/// the rest. The one that was used least lately gives way. Texts that several threads miss at once are asked for by
/// each of them.
public final class CachedEmbedder implements Embedder, AutoCloseable {
    private final Embedder embedder;
    private final int batch;
    private final Runnable closing;
    private final Map<ByteBuffer, Embedding> known;

    /// @param most  vectors that are kept
    /// @param batch texts that the other is asked for at once
    public CachedEmbedder(Embedder embedder, int most, int batch, Runnable closing) {
        this.embedder = embedder;
        this.batch = batch;
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
        var asked = List.copyOf(missing);
        for (int from = 0; from < asked.size(); from += batch) {
            ask(asked.subList(from, Math.min(asked.size(), from + batch)), found);
        }
        return texts.stream().map(found::get).toList();
    }

    /// Calls in flight fail.
    @Override
    public void close() {
        closing.run();
    }

    private void ask(List<String> texts, Map<String, Embedding> found) {
        try {
            take(texts, embedder.embed(texts), found);
        } catch (TooMany halves) {
            int half = texts.size() / 2;
            ask(texts.subList(0, half), found);
            ask(texts.subList(half, texts.size()), found);
        }
    }

    private void take(List<String> texts, List<Embedding> made, Map<String, Embedding> found) {
        for (int i = 0; i < texts.size(); i++) {
            found.put(texts.get(i), made.get(i));
        }
        remember(texts, found);
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

    private void remember(List<String> texts, Map<String, Embedding> found) {
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
