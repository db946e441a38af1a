package city.adapter.llm;

import static city.adapter.llm.Fixtures.LIMITS;
import static city.adapter.llm.Fixtures.UNLIMITED;
import static city.adapter.llm.Fixtures.everyTier;
import static city.adapter.llm.Fixtures.open;
import static city.adapter.llm.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import city.agents.spi.ModelReply;
import city.agents.spi.ModelReply.TimedOut;
import city.agents.spi.ModelReply.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A provider whose machine takes no more connections: it refuses none and finishes none, so connecting hangs.
class UnansweredDoorTest {
    private static final int MORE_THAN_WAIT_AT_THE_DOOR = 8;

    private final List<SocketChannel> waiting = new ArrayList<>();
    private ServerSocket door;

    @BeforeEach
    void fillTheDoorway() throws IOException {
        door = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        for (var i = 0; i < MORE_THAN_WAIT_AT_THE_DOOR; i++) {
            var guest = SocketChannel.open();
            guest.configureBlocking(false);
            guest.connect(new InetSocketAddress("127.0.0.1", door.getLocalPort()));
            waiting.add(guest);
        }
    }

    @AfterEach
    void close() throws IOException {
        for (var guest : waiting) {
            guest.close();
        }
        door.close();
    }

    @Test
    void theRequestsTimeEndsConnecting() {
        assertThat(ask(Duration.ofMillis(500), Duration.ofSeconds(30))).isInstanceOf(TimedOut.class);
    }

    @Test
    void theTimeForConnectingEndsItBefore() {
        assertThat(ask(Duration.ofSeconds(30), Duration.ofMillis(300))).isInstanceOf(Unavailable.class);
    }

    private ModelReply ask(Duration within, Duration connectTimeout) {
        var provider = new ProviderSettings(
                "here",
                ProviderKind.OLLAMA,
                URI.create("http://127.0.0.1:" + door.getLocalPort()),
                ApiKey.none(),
                "stub-model",
                true,
                Price.free(),
                LIMITS);
        var settings = new LlmSettings(List.of(provider), everyTier(List.of(new Route("here", 1, 1))), connectTimeout);
        try (var adapter = open(settings)) {
            var begun = System.nanoTime();

            var reply = adapter.ask(request(within), UNLIMITED);

            assertThat(System.nanoTime() - begun)
                    .isLessThan(Duration.ofSeconds(10).toNanos());
            return reply;
        }
    }
}
