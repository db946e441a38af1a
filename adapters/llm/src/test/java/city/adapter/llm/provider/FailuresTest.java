package city.adapter.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.llm.ApiKey;
import city.agents.spi.ModelReply.RateLimited;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private static final String NOON = "Sun, 01 Nov 2026 12:00:00 GMT";

    private final Failures failures = new Failures("here", "tiny", new ApiKey("sk-1"));

    @Test
    void aTimeOfDayIsReadByTheProvidersClock() {
        var headers = Map.of("Date", NOON, "Retry-After", "Sun, 01 Nov 2026 12:00:30 GMT");

        assertThat(retryAfter(headers)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void whatCannotBeReadIsAsIfItWereNotThere() {
        assertThat(retryAfter(Map.of())).isZero();
        assertThat(retryAfter(Map.of("Retry-After", "soon", "Date", NOON))).isZero();
        assertThat(retryAfter(Map.of("Retry-After", NOON))).isZero();
        assertThat(retryAfter(Map.of("Retry-After", "-5"))).isZero();
        assertThat(retryAfter(Map.of("Retry-After", "99999999999999"))).isZero();
        assertThat(retryAfter(Map.of("Date", NOON, "Retry-After", "Sun, 01 Nov 2026 11:59:30 GMT")))
                .isZero();
    }

    @Test
    void noProviderIsLeftAloneForEver() {
        assertThat(retryAfter(Map.of("Retry-After", "31536000"))).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void wordsAreOneShortLineWithoutTheKey() {
        var said = failures.said("no\n such key: sk-1 " + "x".repeat(1_000));

        assertThat(said).startsWith("here: no such key: *** xxx").hasSizeLessThan(320);
    }

    private Duration retryAfter(Map<String, String> headers) {
        var listed = new TreeMap<String, List<String>>();
        headers.forEach((name, value) -> listed.put(name, List.of(value)));
        var reply = (RateLimited)
                failures.status(new Reply(429, listed, new byte[0])).reply();
        return reply.retryAfter();
    }
}
