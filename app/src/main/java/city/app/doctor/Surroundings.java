package city.app.doctor;

import city.app.Failure;
import city.app.wiring.DataFolder;
import city.app.wiring.Ports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What the city needs around it: room in its folder, ports, a broker.
final class Surroundings {
    private static final long MB = 1 << 20;

    /// The programs of the database take 60 MB, an empty city 60 more, and its log up to 2 GB between checkpoints.
    private static final long LITTLE_SPACE = 3_000 * MB;

    private static final long NO_SPACE = 300 * MB;
    private static final int PATIENCE_MILLIS = 3_000;

    private Surroundings() {}

    static Finding space(Path data) {
        try {
            var there = existing(data.toAbsolutePath().normalize());
            long free = Files.getFileStore(there).getUsableSpace();
            var found = "%d MB free in %s".formatted(free / MB, there);
            if (free < NO_SPACE) {
                return Finding.fail("space", found, "make room, or choose another folder with --data");
            }
            return free < LITTLE_SPACE
                    ? Finding.warn("space", found, "the database's log alone may take 2,000")
                    : Finding.ok("space", found);
        } catch (IOException e) {
            return Finding.warn("space", "cannot be told (%s)".formatted(e), "look at the disk");
        }
    }

    /// By a file that is written and removed: a read-only mount denies what the permissions allow.
    static Finding folder(Path data) {
        var there = existing(data.toAbsolutePath().normalize());
        if (!Files.isDirectory(there)) {
            return Finding.fail("folder", there + " is a file", "choose another folder with --data");
        }
        try {
            Files.delete(Files.createTempFile(there, "doctor", ".tmp"));
            return Finding.ok(
                    "folder",
                    there.equals(data.toAbsolutePath().normalize()) ? data + " can be written" : data + " can be made");
        } catch (IOException e) {
            return Finding.fail(
                    "folder", there + " cannot be written", "mend its permissions, or choose another with --data");
        }
    }

    /// @param own the port on which the city of this folder listens already
    static Finding port(String subject, String host, int port, String flag, Optional<Integer> own) {
        if (own.filter(it -> it == port).isPresent()) {
            return Finding.ok(subject, "%d is used by the city that runs here".formatted(port));
        }
        try {
            Ports.requireFree(host, port, flag);
            return Finding.ok(subject, port == 0 ? "a free one is picked" : "%d of %s is free".formatted(port, host));
        } catch (Failure e) {
            return Finding.fail(subject, "%d of %s is taken".formatted(port, host), "choose another with " + flag);
        }
    }

    static Finding broker(String url) {
        try {
            var uri = URI.create(url);
            int port = uri.getPort() > 0 ? uri.getPort() : "ssl".equals(uri.getScheme()) ? 8883 : 1883;
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(uri.getHost(), port), PATIENCE_MILLIS);
            }
            return Finding.ok("broker", "%s:%d answers".formatted(uri.getHost(), port));
        } catch (IOException | IllegalArgumentException e) {
            return Finding.fail(
                    "broker",
                    "the one of CITY_MQTT_URL does not answer",
                    "start it, mend the address, or leave it out for the one inside");
        }
    }

    static Finding holder(Path data) {
        return DataFolder.findHolder(data)
                .map(it -> Finding.warn(
                        "holder", "%s is in use by %s".formatted(data, it), "stop it before you start another"))
                .orElseGet(() -> Finding.ok("holder", "nobody runs a city in " + data));
    }

    private static Path existing(Path path) {
        var parent = path.getParent();
        return Files.exists(path) || parent == null ? path : existing(parent);
    }
}
