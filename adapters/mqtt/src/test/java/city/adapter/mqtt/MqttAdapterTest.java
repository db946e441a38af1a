package city.adapter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.mqtt.TestClient.Heard;
import city.adapter.mqtt.broker.EmbeddedBroker;
import city.adapter.mqtt.link.Credentials;
import city.world.Weather;
import city.world.WorldEvent.WeatherChanged;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// A city, the adapter, a real broker and real subscribers.
class MqttAdapterTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeCity city = new FakeCity();
    private final FakeCursors cursors = new FakeCursors();

    static boolean installed() {
        return Mosquitto.isInstalled();
    }

    @Test
    void aSubscriberHearsTheClockTheSkyAndAnUnbrokenChainOfPayments() throws Exception {
        city.turn(Weather.RAIN);
        try (var adapter = MqttAdapter.start(ports(), settings("", Optional.empty(), Credentials.none()));
                var ann = TestClient.connect(adapter.url(), "ann")) {
            ann.subscribe("platform/info");
            assertThat(hear(ann, heard -> heard.topic().equals("platform/info")).text())
                    .contains("\"name\":\"test city\"")
                    .contains("\"asyncapi\":\"http://127.0.0.1:8080/asyncapi.yaml\"");
            ann.subscribe("world/#");
            assertThat(hear(ann, heard -> heard.topic().equals("world/weather")).text())
                    .contains("\"to\":\"rain\"");
            hearTheClock(ann);
            ann.subscribe("economy/#");

            city.pay(500);

            var payments = payments(ann, 500);
            assertThat(sequences(payments)).containsExactlyElementsOf(upTo(500));
            long previous = 0;
            for (var payment : payments) {
                assertThat(payment.get("prev_seq").asLong()).isEqualTo(previous);
                previous = payment.get("seq").asLong();
            }
            Await.until(() -> adapter.lag() == 0);
        }
    }

    @Test
    void aPrefixStandsBeforeEveryTopic() throws Exception {
        try (var adapter = MqttAdapter.start(ports(), settings("north/", Optional.empty(), Credentials.none()));
                var ann = TestClient.connect(adapter.url(), "ann")) {
            Await.until(adapter::connected);
            ann.subscribe("#");
            city.pay(1);

            hear(ann, heard -> heard.topic().equals("north/economy/transaction"));
            assertThat(ann.during(Duration.ofMillis(300)))
                    .extracting(Heard::topic)
                    .allMatch(topic -> topic.startsWith("north/"));
        }
    }

    @Test
    void aBrokerThatComesLateAndComesAgainIsToldWhatIsNow() throws Exception {
        var broker = EmbeddedBroker.Settings.onPort(Ports.free());
        var url = URI.create("tcp://127.0.0.1:" + broker.port());
        city.pay(100);
        try (var adapter = MqttAdapter.start(ports(), settings("", Optional.of(url), broker.platform()))) {
            assertThat(adapter.connected()).isFalse();
            assertThat(adapter.lag()).isEqualTo(100);
            assertThat(adapter.published()).isZero();
            try (var first = EmbeddedBroker.start(broker)) {
                assertThat(first.isRunning()).isTrue();
                Await.until(() -> adapter.lag() == 0);
            }
            assertThat(adapter.published()).isGreaterThanOrEqualTo(100);
            city.append(new WeatherChanged(Weather.CLEAR, Weather.FOG));
            city.turn(Weather.STORM);
            city.append(new WeatherChanged(Weather.FOG, Weather.STORM));
            try (var second = EmbeddedBroker.start(broker);
                    var ann = TestClient.connect(second.url(), "ann")) {
                Await.until(() -> adapter.lag() == 0);
                for (var topic : List.of("platform/status", "platform/info", "platform/head", "world/weather")) {
                    ann.subscribe(topic);
                    assertThat(hear(ann, heard -> heard.topic().equals(topic) && heard.retained())
                                    .text())
                            .contains("\"head_seq\":");
                }
            }
        }
    }

    /// The subscriber's session outlives the broker, so that it must hear everything.
    @Test
    @EnabledIf("installed")
    void nothingPublicIsLostWhileTheBrokerIsAwayAndTheCityDoesNotWait(@TempDir Path folder) throws Exception {
        try (var mosquitto = Mosquitto.thatRemembers(folder)) {
            var url = mosquitto.url();
            mosquitto.start();
            try (var ann = TestClient.resume(url, "ann")) {
                ann.subscribe("economy/#");
            }
            try (var adapter = MqttAdapter.start(ports(), settings("", Optional.of(url), Credentials.none()))) {
                var payer = Thread.ofVirtual().start(() -> payNowAndThen(1_000));
                Await.until(() -> adapter.connected() && city.lastSequence() > 200);
                mosquitto.stop();
                Await.until(() -> !adapter.connected());
                payer.join();
                assertThat(adapter.lag()).isPositive();
                mosquitto.start();
                Await.until(() -> adapter.lag() == 0);
            }
            try (var ann = TestClient.resume(url, "ann")) {
                assertNothingIsMissing(paymentsTo(ann, 1_000), 1_000);
            }
        }
    }

    private void payNowAndThen(int payments) {
        for (int each = 0; each < payments / 5; each++) {
            city.pay(5);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    @Test
    void aKilledRelayGoesOnFromItsCursorWithTheSameIds() throws Exception {
        try (var broker = EmbeddedBroker.start(EmbeddedBroker.Settings.onPort(0));
                var ann = TestClient.connect(broker.url(), "ann")) {
            ann.subscribe("economy/#");
            var settings = settings("", Optional.of(broker.url()), broker.platform());
            var first = MqttAdapter.start(ports(), settings);
            city.pay(100);
            var heard = new ArrayList<>(payments(ann, 100));
            Await.until(() -> cursors.find("mqtt") == 100);
            city.pay(50);
            cursors.die();
            heard.addAll(payments(ann, 50));
            first.close();
            cursors.revive();

            city.pay(50);
            try (var second = MqttAdapter.start(ports(), settings)) {
                var again = paymentsTo(ann, 200);

                assertThat(sequences(again).getFirst()).isEqualTo(101L);
                assertThat(sequences(again)).isSorted().doesNotHaveDuplicates().hasSize(100);
                assertThat(again.getFirst().get("id")).isEqualTo(heard.get(100).get("id"));
                Await.until(() -> second.lag() == 0);
            }
        }
    }

    private MqttPorts ports() {
        return new MqttPorts(city, city, city, cursors);
    }

    private static MqttSettings settings(String prefix, Optional<URI> url, Credentials credentials) {
        var http = URI.create("http://127.0.0.1:8080/");
        return new MqttSettings(url, credentials, 0, prefix, "0.1.0", Optional.of(http));
    }

    private static void assertNothingIsMissing(List<JsonNode> heard, int last) {
        assertThat(sequences(heard)).containsAll(upTo(last));
        assertThat(heard.stream().map(each -> each.get("id").asText()).distinct())
                .hasSize(last);
        for (int payer = 0; payer < 5; payer++) {
            var from = FakeCity.id(payer).toString();
            var firstTimes = heard.stream()
                    .filter(each -> each.get("from").asText().equals(from))
                    .map(each -> each.get("seq").asLong())
                    .distinct()
                    .toList();
            assertThat(firstTimes).isSorted();
        }
    }

    private static List<JsonNode> payments(TestClient client, int count) throws Exception {
        var payments = new ArrayList<JsonNode>();
        while (payments.size() < count) {
            payments.add(JSON.readTree(hear(client, heard -> heard.topic().equals("economy/transaction"))
                    .text()));
        }
        return payments;
    }

    private static List<JsonNode> paymentsTo(TestClient client, long sequence) throws Exception {
        var payments = new ArrayList<>(payments(client, 1));
        while (payments.getLast().get("seq").asLong() < sequence) {
            payments.addAll(payments(client, 1));
        }
        return payments;
    }

    private static Heard hear(TestClient client, Predicate<Heard> wanted) throws InterruptedException {
        while (true) {
            var heard = client.next();
            if (heard == null) {
                throw new AssertionError("nothing more was heard");
            }
            if (wanted.test(heard)) {
                return heard;
            }
        }
    }

    /// A tick is told at most once, so that one may be lost on the way; the next ones are told, too.
    private void hearTheClock(TestClient client) throws InterruptedException {
        for (int tick = 3; tick < 200; tick++) {
            city.runTo(tick);
            var told = "\"tick\":%d,".formatted(tick);
            boolean heard = client.during(Duration.ofMillis(200)).stream()
                    .anyMatch(it -> it.topic().equals("world/tick") && it.text().contains(told));
            if (heard) {
                return;
            }
        }
        throw new AssertionError("the clock was not heard");
    }

    private static List<Long> sequences(List<JsonNode> payments) {
        return payments.stream().map(each -> each.get("seq").asLong()).toList();
    }

    private static List<Long> upTo(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Long::valueOf).toList();
    }
}
