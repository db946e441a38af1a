package city.adapter.llm.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.adapter.llm.ApiKey;
import city.adapter.llm.EmbedderSettings;
import city.adapter.llm.EmbedderSettings.Remote;
import city.adapter.llm.Price;
import city.adapter.llm.ProviderKind;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class EmbedderSettingsTest {
    private static final URI HERE = URI.create("http://127.0.0.1:11434");
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void theSpaceNamesProviderModelAndDimension() {
        assertThat(Remote.openAi(new ApiKey("key")).space()).isEqualTo("openai/text-embedding-3-small/768");
        assertThat(Remote.ollama(HERE).space()).isEqualTo("ollama/nomic-embed-text/768");
    }

    @Test
    void whatIsWrongIsRefusedByItsName() {
        assertRefused(() -> remote(ProviderKind.ANTHROPIC, "m", 768, SECOND, 1, 1), "kind");
        assertRefused(() -> remote(ProviderKind.OPENAI, "m", 768, SECOND, 1, 1), "apiKey of the embedder");
        assertRefused(() -> Remote.ollama(URI.create("localhost")), "baseUrl of the embedder");
        assertRefused(() -> remote(ProviderKind.OLLAMA, " ", 768, SECOND, 1, 1), "model of the embedder");
        assertRefused(() -> remote(ProviderKind.OLLAMA, "m".repeat(60), 768, SECOND, 1, 1), "at most 64 bytes: 71");
        assertRefused(() -> remote(ProviderKind.OLLAMA, "m", 4097, SECOND, 1, 1), "dimension must be within 1..4096");
        assertRefused(() -> remote(ProviderKind.OLLAMA, "m", 768, Duration.ZERO, 1, 1), "timeout");
        assertRefused(() -> Remote.ollama(HERE).at(new Price(0, 1)), "price of the embedder");
        assertRefused(() -> remote(ProviderKind.OLLAMA, "m", 768, SECOND, 0, 1), "batchTexts");
        assertRefused(() -> remote(ProviderKind.OLLAMA, "m", 768, SECOND, 1, -1), "cachedTexts");
        assertRefused(() -> new EmbedderSettings.MiniLm(Path.of("natives"), -1), "cachedTexts");
    }

    private static void assertRefused(ThrowingCallable making, String words) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(words);
    }

    private static Remote remote(
            ProviderKind kind, String model, int dimension, Duration timeout, int batch, int cached) {
        return new Remote(kind, HERE, ApiKey.none(), model, dimension, Price.free(), timeout, batch, cached);
    }
}
