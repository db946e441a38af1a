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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The database's disk is full. Needs the right to mount a small file system.
class DiskIT {
    /// Room for the server and some minutes of a village.
    private static final String SIZE = "size=300m";

    @TempDir
    private Path folder;

    @Test
    void aDiskThatIsFullIsWaitedFor() throws Exception {
        fill(1);
    }

    @Test
    @Tag("long")
    void aDiskThatIsFullFiveTimesIsWaitedFor() throws Exception {
        fill(5);
    }

    private void fill(int times) throws Exception {
        assumeTrue(Broker.isInstalled(), "mosquitto is not installed");
        var disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                runs("mount", "-t", "tmpfs", "-o", SIZE, "city-test", disk.toString()),
                "no file system may be mounted here");
        try (var scene = new Scene(folder, disk.resolve("database"), Setting.village(Setting.chosenSeed()))) {
            var filler = disk.resolve("filler");
            var strikes = new ArrayList<Strike>();
            for (int i = 0; i < times; i++) {
                strikes.add(Strike.strike(
                        scene,
                        new Plan(
                                "DISK_FULL",
                                Sign.HEALTH,
                                Duration.ofSeconds(2),
                                _ -> fill(filler),
                                it -> free(it, filler))));
            }

            assertThat(Verdict.on(scene, strikes)).isEmpty();
        } finally {
            assertThat(runs("umount", disk.toString())).isTrue();
        }
    }

    /// To the last byte.
    private static void fill(Path filler) {
        var block = new byte[4096];
        Arrays.fill(block, (byte) 'x');
        try (var out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    /// A server that could not write its log has ended itself; the operator starts it again.
    private static void free(Scene scene, Path filler) {
        try {
            Files.delete(filler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!scene.server.isAlive()) {
            scene.server.stop();
            scene.startServer();
        }
    }

    private static boolean runs(String... words) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            return process.start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
