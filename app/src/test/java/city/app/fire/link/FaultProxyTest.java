package city.app.fire.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.app.fire.link.FaultProxy.Way;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The link against a server that says everything again.
@Timeout(30)
class FaultProxyTest {
    private static final int SOON_MILLIS = 300;

    private final ServerSocket echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final FaultProxy link = new FaultProxy(echo.getLocalPort());

    FaultProxyTest() throws IOException {
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        echo.close();
    }

    @Test
    void aHealthyLinkCarriesEverythingInOrder() throws IOException {
        try (var client = connect()) {
            var text = "abc".repeat(50_000);

            assertThat(exchange(client, text)).isEqualTo(text);
        }
    }

    @Test
    void aCutLinkEndsItsConnectionsAndTakesNoneUntilItIsHealed() throws IOException {
        try (var client = connect()) {
            exchange(client, "a");
            link.cut();

            assertThat(isOver(client)).isTrue();
            try (var refused = connect()) {
                assertThat(isOver(refused)).isTrue();
            }
            link.heal();
            try (var again = connect()) {
                assertThat(exchange(again, "b")).isEqualTo("b");
            }
        }
    }

    @Test
    void aDelayedLinkIsLateBothWays() throws IOException {
        try (var client = connect()) {
            link.delay(Duration.ofMillis(100));
            long start = System.nanoTime();

            exchange(client, "a");

            assertThat(System.nanoTime() - start)
                    .isGreaterThanOrEqualTo(Duration.ofMillis(200).toNanos());
        }
    }

    @Test
    void aStalledLinkKeepsWhatWasSentUntilItIsHealed() throws IOException {
        try (var client = connect()) {
            link.stall(Way.DOWN);
            client.getOutputStream().write("a".getBytes(UTF_8));
            client.setSoTimeout(SOON_MILLIS);

            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            link.heal();
            client.setSoTimeout(0);
            assertThat(client.getInputStream().read()).isEqualTo('a');
        }
    }

    @Test
    void aLinkDropsAfterJustSoManyBytesAndOnlyOnce() throws IOException {
        try (var client = connect();
                var silent = connect()) {
            exchange(silent, "a");
            link.dropAfter(Way.DOWN, 3);
            client.getOutputStream().write("abcdef".getBytes(UTF_8));

            assertThat(client.getInputStream().readAllBytes()).isEqualTo("abc".getBytes(UTF_8));
            assertThat(isOver(silent)).isTrue();
        }
        try (var again = connect()) {
            assertThat(exchange(again, "abcdef")).isEqualTo("abcdef");
        }
        assertThat(link.accepted()).isEqualTo(3);
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), link.port());
    }

    private static String exchange(Socket client, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        Thread.ofVirtual().start(() -> write(client, bytes));
        var answer = client.getInputStream().readNBytes(bytes.length);
        return new String(answer, UTF_8);
    }

    private static void write(Socket client, byte[] bytes) {
        try {
            client.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isOver(Socket client) {
        try {
            return client.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                var client = echo.accept();
                Thread.ofVirtual().start(() -> repeat(client));
            } catch (IOException closed) {
                // The loop's condition tells.
            }
        }
    }

    private static void repeat(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException over) {
            // The client has gone.
        }
    }
}
