package city.agents.spi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ModelRequestTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void aQuestionMayBeAsLongAsThePromptLimit() {
        var allButTwo = "x".repeat(ModelRequest.MAX_PROMPT_CHARS - 2);

        assertThatCode(() -> new ModelRequest("x", allButTwo, "x", ModelTier.QUICK, 1, SECOND))
                .doesNotThrowAnyException();
        assertRefused(() -> new ModelRequest("xx", allButTwo, "x", ModelTier.QUICK, 1, SECOND), "at most 100000");
    }

    @Test
    void aQuestionIsRefusedByTheNameOfWhatIsWrong() {
        assertRefused(() -> new ModelRequest(" ", "x", "{}", ModelTier.DEEP, 1, SECOND), "instructions");
        assertRefused(() -> new ModelRequest("x", "", "{}", ModelTier.DEEP, 1, SECOND), "input");
        assertRefused(() -> new ModelRequest("x", "x", "", ModelTier.DEEP, 1, SECOND), "schema");
        assertRefused(() -> new ModelRequest("x", "x", "{}", ModelTier.DEEP, 0, SECOND), "maxOutputTokens");
        assertRefused(() -> new ModelRequest("x", "x", "{}", ModelTier.DEEP, 16_385, SECOND), "maxOutputTokens");
        assertRefused(() -> new ModelRequest("x", "x", "{}", ModelTier.DEEP, 1, Duration.ZERO), "within");
        assertRefused(() -> new ModelRequest("x", "x", "{}", ModelTier.DEEP, 1, Duration.ofHours(1)), "within");
    }

    private static void assertRefused(ThrowingCallable asking, String words) {
        assertThatThrownBy(asking).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(words);
    }
}
