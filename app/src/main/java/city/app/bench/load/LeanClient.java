package city.app.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

/// An HTTP client for one kind of request, on one connection that stays: of the two cores that it shares with the
/// city it must take as little as the peer's client does.
final class LeanClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream in;
    private final int port;

    LeanClient(int port) throws IOException {
        this.port = port;
        this.socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /// Orders a transfer of a cent and waits until it is acknowledged.
    ///
    /// @return the status of the answer
    int transfer(String from, String to, String key) throws IOException {
        var body = "{\"sender_id\":\"%s\",\"receiver_id\":\"%s\",\"amount\":\"0.01\"}".formatted(from, to);
        var request = """
                POST /api/v1/economy/transactions HTTP/1.1\r
                Host: 127.0.0.1:%d\r
                Content-Type: application/json\r
                Idempotency-Key: %s\r
                Content-Length: %d\r
                \r
                %s""".formatted(port, key, body.length(), body);
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        return answer();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private int answer() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        in.skipNBytes(length);
        return status;
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the city closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
