package city.adapter.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.adapter.mqtt.link.Credentials;
import city.adapter.mqtt.link.Message;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.jspecify.annotations.Nullable;

/// A plain MQTT 5 client that remembers what it hears.
public final class TestClient implements AutoCloseable {
    /// Among what was heard with a message.
    public static final String CORRELATION = "correlation data";

    private static final long PATIENCE_MILLIS = 10_000;

    /// What arrived, as a test wants to see it.
    public record Heard(String topic, String text, boolean retained, Map<String, String> properties) {}

    private final MqttAsyncClient client;
    private final LinkedBlockingQueue<Heard> inbox = new LinkedBlockingQueue<>();

    private TestClient(MqttAsyncClient client) {
        this.client = client;
    }

    public static TestClient connect(URI broker, String clientId) throws MqttException {
        return connect(broker, clientId, Credentials.none(), null);
    }

    /// Comes back to what waits for it.
    public static TestClient resume(URI broker, String clientId) throws MqttException {
        return resume(broker, clientId, Credentials.none());
    }

    public static TestClient resume(URI broker, String clientId, Credentials credentials) throws MqttException {
        var options = new MqttConnectionOptions();
        if (!credentials.isNone()) {
            options.setUserName(credentials.user());
            options.setPassword(credentials.password().getBytes(UTF_8));
        }
        options.setCleanStart(false);
        options.setSessionExpiryInterval(600L);
        return connect(broker, clientId, options);
    }

    /// As a page of the given origin does.
    public static TestClient browse(URI broker, String origin) throws MqttException {
        var options = new MqttConnectionOptions();
        options.setCustomWebSocketHeaders(Map.of("Origin", origin));
        return connect(broker, "page-" + origin.hashCode(), options);
    }

    public static TestClient connect(URI broker, String clientId, Credentials credentials, @Nullable Message will)
            throws MqttException {
        var options = new MqttConnectionOptions();
        if (!credentials.isNone()) {
            options.setUserName(credentials.user());
            options.setPassword(credentials.password().getBytes(UTF_8));
        }
        if (will != null) {
            options.setWill(
                    will.topic(),
                    new MqttMessage(will.payload(), will.qos().level(), will.retained(), new MqttProperties()));
        }
        return connect(broker, clientId, options);
    }

    private static TestClient connect(URI broker, String clientId, MqttConnectionOptions options) throws MqttException {
        var client = new MqttAsyncClient(broker.toString(), clientId, new MemoryPersistence());
        var made = new TestClient(client);
        client.setCallback(made.new Inbox());
        options.setAutomaticReconnect(false);
        try {
            client.connect(options).waitForCompletion(PATIENCE_MILLIS);
        } catch (MqttException refused) {
            client.close(true);
            throw refused;
        }
        return made;
    }

    /// The broker's answer: 0 or 1 when granted, 0x80 and above when not.
    public int subscribe(String filter) throws MqttException {
        var token = client.subscribe(filter, 1);
        token.waitForCompletion(PATIENCE_MILLIS);
        return token.getReasonCodes()[0];
    }

    /// The broker's answer: below 0x80 when taken.
    public int publish(String topic, String text, boolean retained) throws MqttException {
        var token = client.publish(topic, text.getBytes(UTF_8), 1, retained);
        token.waitForCompletion(PATIENCE_MILLIS);
        var codes = token.getReasonCodes();
        return codes == null || codes.length == 0 ? 0 : codes[0];
    }

    /// As a mind that wants its answer somewhere and knows it again.
    public int ask(String topic, String text, String responseTopic, String correlation) throws MqttException {
        var properties = new MqttProperties();
        properties.setResponseTopic(responseTopic);
        properties.setCorrelationData(correlation.getBytes(UTF_8));
        var token = client.publish(topic, new MqttMessage(text.getBytes(UTF_8), 1, false, properties));
        token.waitForCompletion(PATIENCE_MILLIS);
        var codes = token.getReasonCodes();
        return codes == null || codes.length == 0 ? 0 : codes[0];
    }

    public @Nullable Heard next() throws InterruptedException {
        return inbox.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// All that arrives within the time.
    public List<Heard> during(Duration time) throws InterruptedException {
        Thread.sleep(time);
        var all = new ArrayList<Heard>();
        inbox.drainTo(all);
        return all;
    }

    public boolean connected() {
        return client.isConnected();
    }

    /// Ends the connection as a crash would: no goodbye, so that the last will is due.
    public void crash() throws MqttException {
        client.disconnectForcibly(0, 0, false);
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnect(0).waitForCompletion(2_000);
        }
        client.close(true);
    }

    private final class Inbox implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) {
            var properties = new TreeMap<String, String>();
            for (UserProperty each : message.getProperties().getUserProperties()) {
                properties.put(each.getKey(), each.getValue());
            }
            var correlation = message.getProperties().getCorrelationData();
            if (correlation != null) {
                properties.put(CORRELATION, new String(correlation, UTF_8));
            }
            inbox.add(new Heard(topic, new String(message.getPayload(), UTF_8), message.isRetained(), properties));
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {}

        @Override
        public void mqttErrorOccurred(MqttException failure) {}

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String broker) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }
}
