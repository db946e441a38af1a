package city.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The WebSocket, while the city runs as fast as it can.
class LiveSocketIT {
    @TempDir
    private static Path folder;

    private static LiveCity city;

    @BeforeAll
    static void found() throws Exception {
        city = LiveCity.start(folder.resolve("city"), Map.of(), "--speed", "max");
    }

    @AfterAll
    static void end() throws Exception {
        if (city != null) {
            city.close();
        }
    }

    @Test
    void aReaderThatDoesNotReadDoesNotDelayATick() throws Exception {
        long alone = ticksInTwoSeconds();
        try (var reader = new Socket()) {
            reader.setReceiveBufferSize(1024);
            reader.connect(new InetSocketAddress("127.0.0.1", city.httpPort()));
            reader.getOutputStream()
                    .write(("GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(reader.getInputStream().read()).isEqualTo('H');
            reader.getOutputStream().write(message("{\"type\":\"subscribe\",\"id\":\"all\"}"));
            reader.getOutputStream()
                    .write(message(
                            "{\"type\":\"view\",\"x0\":0,\"y0\":0,\"x1\":2000,\"y1\":2000,\"zoom\":1,\"rate\":10}"));

            long watched = ticksInTwoSeconds();

            assertThat(watched).isGreaterThan(alone / 4);
        }
    }

    /// A short text frame under the mask zero.
    private static byte[] message(String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(bytes).hasSizeLessThan(126);
        var frame = new byte[bytes.length + 6];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | bytes.length);
        System.arraycopy(bytes, 0, frame, 6, bytes.length);
        return frame;
    }

    private static long ticksInTwoSeconds() throws Exception {
        long before = Json.number(city.read("/api/v1/world"), "tick");
        Thread.sleep(2_000);
        return Json.number(city.read("/api/v1/world"), "tick") - before;
    }
}
