package city.adapter.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.llm.ApiKey;
import city.agents.spi.ModelReply.RateLimited;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private static final String NOON = "Sun, 01 Nov 2026 12:00:00 GMT";

    private final Failures failures = new Failures("here", new ApiKey("sk-1"));

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
        var reply = (RateLimited) failures.status(new Refusal(headers)).reply();
        return reply.retryAfter();
    }

    /// A reply with status 429.
    private record Refusal(Map<String, String> given) implements HttpResponse<byte[]> {
        @Override
        public int statusCode() {
            return 429;
        }

        @Override
        public HttpHeaders headers() {
            var all = new HashMap<String, List<String>>();
            given.forEach((name, value) -> all.put(name, List.of(value)));
            return HttpHeaders.of(all, (_, _) -> true);
        }

        @Override
        public byte[] body() {
            return new byte[0];
        }

        @Override
        public HttpRequest request() {
            return HttpRequest.newBuilder(uri()).build();
        }

        @Override
        public Optional<HttpResponse<byte[]>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        public URI uri() {
            return URI.create("http://127.0.0.1/");
        }

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }
}
