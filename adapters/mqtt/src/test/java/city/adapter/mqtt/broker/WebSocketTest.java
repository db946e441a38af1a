package city.adapter.mqtt.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.adapter.mqtt.TestClient;
import java.net.URI;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSocketTest {
    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(EmbeddedBroker.Settings.onPort(0));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void itSpeaksMqttOverWebSocketOnTheSamePort() throws Exception {
        var url = URI.create("ws://" + EmbeddedBroker.HOST + ":" + broker.port());
        try (var platform = platform();
                var browser = TestClient.connect(url, "browser")) {
            browser.subscribe("world/#");

            platform.publish("world/tick", "over the web", false);

            assertThat(browser.next()).extracting("text").isEqualTo("over the web");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "null", "http://localhost.evil.example", "http://127.0.0.1@evil.example"
            })
    void aForeignWebsiteIsRefused(String origin) {
        assertThatThrownBy(() -> browser(origin).close()).isInstanceOf(MqttException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1", "http://[::1]:9000"})
    void aWebsiteOfThisMachineIsNot(String origin) throws Exception {
        try (var browser = browser(origin)) {
            assertThat(browser.connected()).isTrue();
        }
    }

    private static TestClient browser(String origin) throws MqttException {
        return TestClient.browse(URI.create("ws://" + EmbeddedBroker.HOST + ":" + broker.port()), origin);
    }

    private static TestClient platform() throws MqttException {
        return TestClient.connect(broker.url(), "platform-test", broker.platform(), null);
    }
}
