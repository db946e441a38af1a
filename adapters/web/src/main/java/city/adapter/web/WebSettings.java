package city.adapter.web;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Where the server listens. Without login it serves only the machine that it runs on, so any other address is refused.
///
/// @param port    0 for a free one
/// @param version of the city's program, as `/info` shows it
public record WebSettings(String host, int port, String version) {
    public WebSettings {
        if (port < 0 || port > 65_535) {
            throw new WebStartFailed("port must be 0 to 65535: " + port);
        }
        if (!isLoopback(host)) {
            throw new WebStartFailed(
                    "without login the city serves only this machine, so host must be 127.0.0.1, ::1 or localhost: "
                            + host);
        }
    }

    public static WebSettings local(int port, String version) {
        return new WebSettings("127.0.0.1", port, version);
    }

    private static boolean isLoopback(String host) {
        try {
            return !host.isBlank() && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
