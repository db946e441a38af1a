package city.app.fire.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.app.fire.process.Broker;
import city.app.fire.scene.Fault.Sign;
import city.app.fire.scene.Strike.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The wall clock of the city's process jumps, by libfaketime; that of its servers does not, nor does the clock by
/// which threads wait: without the last two settings they would not wait at all. The jumps stay within the day for
/// which answers are kept.
class ClockIT {
    private static final Duration JUMP = Duration.ofHours(2);

    @TempDir
    private Path folder;

    @Test
    @Tag("long")
    void aClockThatJumpsEitherWayChangesNothing() throws Exception {
        jump(1);
    }

    @Test
    @Tag("long")
    void aClockThatJumpsTenTimesChangesNothing() throws Exception {
        jump(5);
    }

    private void jump(int times) throws Exception {
        assumeTrue(Broker.isInstalled(), "mosquitto is not installed");
        var library = library();
        assumeTrue(library.isPresent(), "libfaketime is not installed");
        var offset = Files.writeString(folder.resolve("offset"), "+0");
        var setting = Setting.village(Setting.chosenSeed())
                .with(Map.of(
                        "LD_PRELOAD",
                        library.get().toString(),
                        "FAKETIME_TIMESTAMP_FILE",
                        offset.toString(),
                        "FAKETIME_CACHE_DURATION",
                        "1",
                        "FAKETIME_DONT_FAKE_MONOTONIC",
                        "1",
                        "FAKETIME_FORCE_MONOTONIC_FIX",
                        "0"));
        try (var scene = new Scene(folder, folder.resolve("database"), setting)) {
            var strikes = new ArrayList<Strike>();
            for (int i = 0; i < times; i++) {
                strikes.add(Strike.strike(scene, jumpTo("CLOCK_FORWARD", offset, JUMP)));
                strikes.add(Strike.strike(scene, jumpTo("CLOCK_BACK", offset, JUMP.negated())));
            }

            assertThat(Verdict.on(scene, strikes)).isEmpty();
        }
    }

    private static Plan jumpTo(String name, Path file, Duration offset) {
        return new Plan(
                name,
                Sign.NONE,
                Duration.ofSeconds(1),
                _ -> write(file, "%+d".formatted(offset.toSeconds())),
                it -> it.await(name + " is in effect", () -> isOff(it, offset)));
    }

    /// By the time that the city writes beside the answers under keys.
    private static boolean isOff(Scene scene, Duration offset) {
        var sql = "SELECT recorded_at FROM world.answers ORDER BY ordinal DESC LIMIT 1";
        try (var connection = scene.server.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            var written = rows.getObject(1, OffsetDateTime.class).toInstant();
            return Duration.between(Instant.now().plus(offset), written).abs().compareTo(Duration.ofMinutes(1)) < 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> library() throws IOException {
        var root = Path.of("/usr/lib");
        if (!Files.isDirectory(root)) {
            return Optional.empty();
        }
        try (var found = Files.find(root, 3, (path, _) -> path.endsWith(Path.of("faketime", "libfaketime.so.1")))) {
            return found.findFirst();
        }
    }
}
