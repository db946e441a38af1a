package city.app.fire.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.app.fire.process.Broker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that may happen to a city happens to one, while clients order and subscribers listen; in the end nothing
/// is lost, doubled or contradicted. The order and the moments are random; `-Dcity.fire.seed` tries those of a log
/// again.
class FaultsIT {
    private static final int MANY = 5;

    @TempDir
    private Path folder;

    @Test
    void everyFaultOnceLosesNothing() throws Exception {
        strike(1);
    }

    @Test
    @Tag("long")
    void everyFaultFiveTimesLosesNothing() throws Exception {
        strike(MANY);
    }

    private void strike(int times) throws Exception {
        assumeTrue(Broker.isInstalled(), "mosquitto is not installed");
        var setting = Setting.village(Setting.chosenSeed());
        try (var scene = new Scene(folder, folder.resolve("database"), setting)) {
            var strikes = new ArrayList<Strike>();
            for (var fault : shuffled(times, setting.seed())) {
                strikes.add(Strike.strike(scene, fault));
            }

            assertThat(Verdict.on(scene, strikes)).isEmpty();
        }
    }

    private static List<Fault> shuffled(int times, long seed) {
        var faults = new ArrayList<Fault>();
        for (int i = 0; i < times; i++) {
            faults.addAll(Arrays.asList(Fault.values()));
        }
        Collections.shuffle(faults, new Random(seed));
        return faults;
    }
}
