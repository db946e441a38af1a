package city.app.fire.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.app.fire.process.Broker;
import city.app.fire.process.Run;
import city.app.fire.scene.Fault.Sign;
import city.app.fire.scene.Strike.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a city lives without its servers. Without a broker it goes on and tells later what happened; without its
/// database it stands still, acknowledges nothing, says so everywhere, and goes on by itself.
@Tag("alone")
class OutagesIT {
    /// What was answered before the outage has arrived by then.
    private static final Duration IN_FLIGHT = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    @Test
    void aVillageBearsTheLossOfEitherServer() throws Exception {
        bear(Setting.village(Setting.chosenSeed()), Duration.ofSeconds(5), Duration.ofSeconds(5));
    }

    @Test
    @Tag("long")
    void aTownBearsTheLossOfEitherServer() throws Exception {
        bear(Setting.town(Setting.chosenSeed()), Duration.ofSeconds(60), Duration.ofSeconds(20));
    }

    private void bear(Setting setting, Duration withoutBroker, Duration withoutDatabase) throws Exception {
        assumeTrue(Broker.isInstalled(), "mosquitto is not installed");
        try (var scene = new Scene(folder, folder.resolve("database"), setting)) {
            var broker = Strike.strike(
                    scene,
                    new Plan(
                            "BROKER_AWAY",
                            Sign.BROKER,
                            Duration.ZERO,
                            it -> it.broker.kill(),
                            it -> liveOn(it, withoutBroker)));
            var database = Strike.strike(
                    scene,
                    new Plan(
                            "DATABASE_AWAY",
                            Sign.HEALTH,
                            Duration.ZERO,
                            it -> it.server.kill(),
                            it -> standStill(it, withoutDatabase)));

            assertThat(Verdict.on(scene, List.of(broker, database))).isEmpty();
            assertThat(broker.drained()).isLessThanOrEqualTo(Duration.ofSeconds(30));
            assertThat(database.ticking()).isLessThanOrEqualTo(Duration.ofSeconds(10));
            assertThat(scene.run().complaints())
                    .contains("no connection to the MQTT broker")
                    .contains("waiting for the record")
                    .contains("and the city goes on");
        }
    }

    private static void liveOn(Scene scene, Duration away) {
        long tick = scene.tick();
        long answers = scene.crowd.answers();
        Run.rest(away);

        assertThat(scene.witness.isUp()).isTrue();
        assertThat(scene.tick()).isGreaterThan(tick + away.toSeconds());
        assertThat(scene.crowd.answers()).isGreaterThan(answers);
        assertThat(scene.witness.meter("city_follower_lag_events{follower=\"mqtt\"}"))
                .isPositive();
        scene.broker.startAgain();
    }

    private static void standStill(Scene scene, Duration away) {
        Run.rest(IN_FLIGHT);
        long tick = scene.tick();
        long answers = scene.crowd.answers();
        Run.rest(away);

        assertThat(scene.crowd.answers()).isEqualTo(answers);
        assertThat(scene.tick()).isEqualTo(tick);
        assertThat(scene.witness.health()).contains("\"DOWN\"", "waiting_for_record", "reason");
        assertThat(scene.witness.meter("city_state{state=\"waiting_for_record\"}"))
                .isEqualTo(1);
        assertThat(scene.witness.meter("city_state{state=\"running\"}")).isZero();
        try {
            assertThat(scene.caller().get("/world").status()).isEqualTo(200);
            assertThat(scene.caller().get("/economy/transactions").status()).isEqualTo(503);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        scene.startServer();
    }
}
