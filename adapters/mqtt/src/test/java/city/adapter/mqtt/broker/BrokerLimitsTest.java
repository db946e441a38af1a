package city.adapter.mqtt.broker;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.mqtt.OldClient;
import city.adapter.mqtt.TestClient;
import city.adapter.mqtt.link.Message;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Map;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What one client that behaves badly does to the broker and to others.
class BrokerLimitsTest {
    /// A megabyte, less what stands around it.
    private static final String LARGE = "x".repeat(1_000_000);

    private static final TestClient.Heard TICK = new TestClient.Heard("world/tick", "7", false, Map.of());
    private static final byte[] CONNECT = {0x10, 15, 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 60, 0, 3, 'e', 'v', 'e'};

    private EmbeddedBroker broker;

    @BeforeEach
    void start() {
        broker = EmbeddedBroker.start(EmbeddedBroker.Settings.onPort(0));
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void whoHoardsRepliesOfItsOwnSilencesNobody() throws Exception {
        try (var platform = platform();
                var ann = TestClient.connect(broker.url(), "ann");
                var eve = OldClient.connect(broker.port(), "eve")) {
            ann.subscribe("world/tick");
            eve.subscribe("replies/eve/#");
            publishWithoutReading(eve, 200);

            platform.publish("world/tick", "7", false);

            assertThat(ann.next()).isEqualTo(TICK);
        }
    }

    @Test
    void whoDoesNotReadSilencesNobody() throws Exception {
        try (var platform = platform();
                var ann = TestClient.connect(broker.url(), "ann");
                var eve = OldClient.connect(broker.port(), "eve")) {
            ann.subscribe("world/tick");
            eve.subscribe("world/#");
            for (int i = 0; i < 200; i++) {
                platform.publish("world/large", LARGE, false);
            }

            platform.publish("world/tick", "7", false);

            assertThat(ann.next()).isEqualTo(TICK);
            assertThat(broker.heldBytes()).isLessThan(200L * LARGE.length());
        }
    }

    @Test
    void aPacketThatIsTooLargeEndsTheConnectionBeforeItIsThere() throws Exception {
        try (var eve = new Socket("127.0.0.1", broker.port())) {
            eve.getOutputStream().write(CONNECT);
            assertThat(eve.getInputStream().readNBytes(4)).startsWith(0x20);

            eve.getOutputStream().write(header(0x30, Message.MAX_PAYLOAD_BYTES + 8_193));

            assertThat(endsWhileTrickling(eve)).isTrue();
        }
    }

    @Test
    void aPacketOfTheLargestSizePasses() throws Exception {
        var largest = "x".repeat(Message.MAX_PAYLOAD_BYTES);
        try (var platform = platform();
                var ann = TestClient.connect(broker.url(), "ann")) {
            ann.subscribe("world/large");

            platform.publish("world/large", largest, false);

            assertThat(ann.next()).isEqualTo(new TestClient.Heard("world/large", largest, false, Map.of()));
        }
    }

    private TestClient platform() throws MqttException {
        return TestClient.connect(broker.url(), "platform-test", broker.platform(), null);
    }

    private static void publishWithoutReading(OldClient eve, int times) {
        try {
            for (int i = 0; i < times; i++) {
                eve.publish("replies/eve/" + i, LARGE);
            }
        } catch (IOException cutOff) {
            // So much the better.
        }
    }

    private static boolean endsWhileTrickling(Socket socket) throws Exception {
        socket.setSoTimeout(100);
        for (int i = 0; i < 30; i++) {
            try {
                socket.getOutputStream().write(new byte[16]);
                if (socket.getInputStream().read() < 0) {
                    return true;
                }
            } catch (SocketException closed) {
                return true;
            } catch (IOException nothingYet) {
                Thread.sleep(Duration.ofMillis(10));
            }
        }
        return false;
    }

    /// A packet's type, and its length in groups of seven bits.
    private static byte[] header(int type, int length) {
        return new byte[] {
            (byte) type,
            (byte) (length | 0x80),
            (byte) (length >> 7 | 0x80),
            (byte) (length >> 14 | 0x80),
            (byte) (length >> 21)
        };
    }
}
