package city.app.fire.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.app.fire.process.Broker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thousand residents, fifty times `kill -9`.
@Tag("alone")
class KillsIT {
    private static final Logger LOG = LoggerFactory.getLogger(KillsIT.class);

    private static final int KILLS = Integer.getInteger("city.fire.kills", 50);
    private static final Duration RESTART_P95 = Duration.ofSeconds(12);

    @TempDir
    private Path folder;

    @Test
    @Tag("long")
    void aTownThatIsKilledFiftyTimesLosesNothingAndIsSoonBack() throws Exception {
        assumeTrue(Broker.isInstalled(), "mosquitto is not installed");
        try (var scene = new Scene(folder, folder.resolve("database"), Setting.town(Setting.chosenSeed()))) {
            var strikes = new ArrayList<Strike>();
            for (int i = 0; i < KILLS; i++) {
                strikes.add(Strike.strike(scene, Fault.CITY_KILLED));
            }
            var restarts = strikes.stream().map(Strike::ticking).toList();
            var p95 = Strikes.percentile(restarts, 95);
            LOG.info(
                    "{} kills of a town: from restart to first tick median {} s, p95 {} s, longest {} s",
                    KILLS,
                    Strikes.seconds(Strikes.percentile(restarts, 50)),
                    Strikes.seconds(p95),
                    Strikes.seconds(Strikes.percentile(restarts, 100)));

            assertThat(Verdict.on(scene, strikes)).isEmpty();
            assertThat(p95).isLessThanOrEqualTo(RESTART_P95);
        }
    }
}
