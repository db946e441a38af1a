package city.app.bench.child;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/// A subscriber of QoS 1, on a connection of its own.
public final class MqttEar implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 30_000;
    private static final int QOS = 1;

    private final MqttAsyncClient client;

    private MqttEar(MqttAsyncClient client) {
        this.client = client;
    }

    /// What it hears. Called on the client's thread, one message after the other.
    public interface Hearer {
        void heard(String topic, String json);

        /// The connection ended, and not by us.
        void lost();
    }

    public static MqttEar open(int port, String filter, String name, Hearer hearer) throws MqttException {
        var client = new MqttAsyncClient("tcp://127.0.0.1:" + port, name, new MemoryPersistence());
        client.setCallback(new Hearing(hearer));
        var options = new MqttConnectionOptions();
        options.setCleanStart(true);
        options.setAutomaticReconnect(false);
        client.connect(options).waitForCompletion(PATIENCE_MILLIS);
        client.subscribe(filter, QOS).waitForCompletion(PATIENCE_MILLIS);
        return new MqttEar(client);
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnectForcibly(0, PATIENCE_MILLIS, false);
        }
        client.close(true);
    }

    private record Hearing(Hearer hearer) implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) {
            hearer.heard(topic, new String(message.getPayload(), UTF_8));
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            hearer.lost();
        }

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
