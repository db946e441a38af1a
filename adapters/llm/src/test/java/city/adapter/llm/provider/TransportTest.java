package city.adapter.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.llm.ApiKey;
import city.agents.spi.ModelUsage;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TransportTest {
    private static final int CALLS = 20_000;
    private static final int CALLERS = 64;

    /// From before it connects to after.
    private static final int MOST_NANOS = 2_000_000;

    @Test
    void aCallThatIsCancelledWhileItConnectsIsOneThatTookTooLong() throws IOException {
        Queue<Class<?>> ends = new ConcurrentLinkedQueue<>();
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var transport = Transport.open(Duration.ofSeconds(5));
                var callers =
                        Executors.newFixedThreadPool(CALLERS, Thread.ofVirtual().factory())) {
            var url = "http://127.0.0.1:" + silent.getLocalPort();
            for (int i = 0; i < CALLS; i++) {
                var time = Duration.ofNanos((long) MOST_NANOS * i / CALLS);
                callers.execute(() -> ends.add(end(transport, url, time)));
            }
        }
        assertThat(ends).hasSize(CALLS);
        assertThat(Set.copyOf(ends)).containsExactly(TimeoutException.class);
    }

    private static Class<?> end(Transport transport, String url, Duration time) {
        var exchange = new Exchange(
                Deadline.in(time, System::nanoTime), new Failures("here", "tiny", new ApiKey("sk-1")), ModelUsage.NONE);
        var request = HttpRequest.builder()
                .method(HttpMethod.POST)
                .url(url)
                .body("{}")
                .build();
        try {
            return ScopedValue.where(Exchange.CURRENT, exchange)
                    .call(() -> transport.execute(request))
                    .getClass();
        } catch (RuntimeException ended) {
            return ended.getClass();
        }
    }
}
