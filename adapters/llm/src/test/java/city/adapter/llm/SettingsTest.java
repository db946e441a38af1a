package city.adapter.llm;

import static city.adapter.llm.Fixtures.LIMITS;
import static city.adapter.llm.Fixtures.everyTier;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.agents.spi.ModelTier;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void whatIsRightIsTaken() {
        assertThatCode(() -> settings(provider("a", ProviderKind.OLLAMA, "http://[::1]:11434", "")))
                .doesNotThrowAnyException();
        assertThatCode(() -> provider("a", ProviderKind.OPENAI_COMPATIBLE, "http://127.0.0.1:8000/v1", ""))
                .doesNotThrowAnyException();
    }

    @Test
    void aProviderIsRefusedByTheNameOfWhatIsWrong() {
        assertRefused(() -> provider("", ProviderKind.OLLAMA, "http://a", ""), "name");
        assertRefused(() -> provider("Two Words", ProviderKind.OLLAMA, "http://a", ""), "name");
        assertRefused(() -> provider("a", ProviderKind.OLLAMA, "ftp://a", ""), "baseUrl of a");
        assertRefused(() -> provider("a", ProviderKind.OLLAMA, "localhost", ""), "baseUrl of a");
        assertRefused(() -> provider("a", ProviderKind.OPENAI, "https://a/v1", ""), "apiKey of a");
        assertRefused(() -> provider("a", ProviderKind.ANTHROPIC, "https://a/v1", ""), "apiKey of a");
        assertRefused(() -> provider("a", ProviderKind.OLLAMA, "http://a", "key"), "apiKey of a");
        assertRefused(
                () -> new ProviderSettings(
                        "a",
                        ProviderKind.OLLAMA,
                        URI.create("http://a"),
                        ApiKey.none(),
                        " ",
                        true,
                        Price.free(),
                        LIMITS),
                "model of a");
    }

    @Test
    void limitsAndPricesAreRefusedByTheNameOfWhatIsWrong() {
        assertRefused(() -> new Limits(Duration.ZERO, 1, 1, 1, SECOND), "answerTimeout");
        assertRefused(() -> new Limits(SECOND, 0, 1, 1, SECOND), "maxConcurrent");
        assertRefused(() -> new Limits(SECOND, 1, 0, 1, SECOND), "callsPerMinute");
        assertRefused(() -> new Limits(SECOND, 1, 1, 0, SECOND), "breakerWindow");
        assertRefused(() -> new Limits(SECOND, 1, 1, 1, SECOND.negated()), "breakerPause");
        assertRefused(() -> new Price(-1, 0), "inputMicrosPerMillion");
        assertRefused(() -> new Price(0, 1_000_000_001), "outputMicrosPerMillion");
    }

    @Test
    void routesMustLeadSomewhere() {
        var a = provider("a", ProviderKind.OLLAMA, "http://a", "");
        var toA = new Route("a", 1, 1);

        assertRefused(() -> new Route("a", 0, 1), "rank");
        assertRefused(() -> new Route("a", 1, 0), "weight");
        assertRefused(() -> new LlmSettings(List.of(), everyTier(List.of(toA)), SECOND), "providers");
        assertRefused(() -> settings(a, a), "providers must have different names: a");
        assertRefused(() -> new LlmSettings(List.of(a), Map.of(ModelTier.QUICK, List.of(toA)), SECOND), "tier: DEEP");
        assertRefused(
                () -> new LlmSettings(List.of(a), everyTier(List.of(new Route("b", 1, 1))), SECOND),
                "must lead to a provider: b");
        assertRefused(
                () -> new LlmSettings(List.of(a), everyTier(List.of(toA, toA)), SECOND), "to each provider once: a");
        assertRefused(() -> new LlmSettings(List.of(a), everyTier(List.of(toA)), Duration.ZERO), "connectTimeout");
    }

    private static void assertRefused(ThrowingCallable making, String words) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(words);
    }

    private static ProviderSettings provider(String name, ProviderKind kind, String url, String key) {
        return new ProviderSettings(
                name, kind, URI.create(url), new ApiKey(key), "some-model", true, Price.free(), LIMITS);
    }

    private static LlmSettings settings(ProviderSettings... providers) {
        return new LlmSettings(List.of(providers), everyTier(List.of(new Route("a", 1, 1))), SECOND);
    }
}
