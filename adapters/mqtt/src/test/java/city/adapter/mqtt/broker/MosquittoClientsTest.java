package city.adapter.mqtt.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.mqtt.Mosquitto;
import city.adapter.mqtt.TestClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The embedded broker as other people's programs see it.
@EnabledIf("installed")
class MosquittoClientsTest {
    private static EmbeddedBroker broker;

    static boolean installed() {
        return Mosquitto.isInstalled();
    }

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(EmbeddedBroker.Settings.onPort(0));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "311"})
    void aSubscriberGetsRetainedAndLiveMessagesAndNothingPrivate(String version) throws Exception {
        try (var platform = platform()) {
            platform.publish("world/weather", "rain", true);
            var listener = run("mosquitto_sub", "-V", version, "-v", "-t", "#", "-C", "2", "-W", "10");
            Thread.sleep(1_000);
            platform.publish("agents/7/observation", "secret", false);
            platform.publish("replies/bob/1", "secret", false);
            platform.publish("world/tick", "7", false);

            assertThat(output(listener)).isEqualTo("world/weather rain\nworld/tick 7\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "311"})
    void aPublisherIsNotHeard(String version) throws Exception {
        try (var listener = platform()) {
            listener.subscribe("#");
            listener.during(Duration.ofMillis(300));

            output(run("mosquitto_pub", "-V", version, "-q", "1", "-r", "-t", "world/weather", "-m", "lie"));
            output(run("mosquitto_pub", "-V", version, "-q", "0", "-t", "platform/status", "-m", "lie"));

            assertThat(listener.during(Duration.ofMillis(500)))
                    .extracting("text")
                    .doesNotContain("lie");
        }
    }

    @Test
    void theLastWillOfAKilledClientIsPublishedWhereItMayPublish() throws Exception {
        try (var listener = platform()) {
            listener.subscribe("replies/#");
            listener.subscribe("platform/#");
            var honest = run(
                    "mosquitto_sub",
                    "-V",
                    "5",
                    "-i",
                    "fay",
                    "-t",
                    "world/#",
                    "--will-topic",
                    "replies/fay/gone",
                    "--will-payload",
                    "gone");
            var liar = run(
                    "mosquitto_sub",
                    "-V",
                    "5",
                    "-i",
                    "gus",
                    "-t",
                    "world/#",
                    "--will-topic",
                    "platform/status",
                    "--will-payload",
                    "offline");
            Thread.sleep(1_000);

            liar.destroyForcibly();
            honest.destroyForcibly();

            assertThat(listener.during(Duration.ofSeconds(2)))
                    .extracting("topic")
                    .containsExactly("replies/fay/gone");
        }
    }

    private static TestClient platform() throws Exception {
        return TestClient.connect(broker.url(), "platform-test", broker.platform(), null);
    }

    private static Process run(String program, String... words) throws IOException {
        var command =
                new ArrayList<>(List.of(Mosquitto.program(program).toString(), "-p", String.valueOf(broker.port())));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String output(Process process) throws Exception {
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }
}
