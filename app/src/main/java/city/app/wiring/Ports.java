package city.app.wiring;

import city.app.Failure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Ports of this machine.
public final class Ports {
    private Ports() {}

    /// @param port 0 for a free one
    /// @param flag by which another is asked for
    /// @throws Failure when somebody listens there, or nobody may
    public static void requireFree(String host, int port, String flag) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw Failure.couldNotStart("port %d of %s cannot be opened (%s); choose another with %s"
                    .formatted(port, host, e.getMessage(), flag));
        }
    }
}
