package city.app.conform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/// Hears questions on `observation`, by MQTT 5.
final class MqttWire implements Wire {
    private static final int AT_LEAST_ONCE = 1;
    private static final long PATIENCE_MILLIS = 5_000;

    /// In the place of a question, once the connection is gone.
    private static final long GONE = -1;

    private final BlockingQueue<Long> questions = new LinkedBlockingQueue<>();
    private final Address address;
    private final MqttClient client;
    private final Ending ending;

    /// How it hears what came of its answers.
    enum Ending {
        OUTCOME,
        REPLY,
        NOT
    }

    MqttWire(Address address, Ending ending) throws IOException {
        this.address = address;
        this.ending = ending;
        try {
            client = new MqttClient(address.mqtt(), "mind-" + UUID.randomUUID().toString(), new MemoryPersistence());
            // Without it what is under way when the connection ends is waited for for ever.
            client.setTimeToWait(PATIENCE_MILLIS);
            client.setCallback(new Ear());
            connect();
        } catch (MqttException refused) {
            throw new IOException(refused);
        }
    }

    @Override
    public long question() throws IOException, InterruptedException {
        long question = questions.take();
        if (question == GONE) {
            throw new IOException("the connection is gone");
        }
        return question;
    }

    @Override
    public void answer(String words) throws IOException {
        say(words, ending == Ending.REPLY ? replies(client.getClientId()) : "");
    }

    @Override
    public void look() throws IOException {
        try {
            client.subscribe(topic("observation"), AT_LEAST_ONCE);
        } catch (MqttException gone) {
            throw new IOException(gone);
        }
    }

    @Override
    public void misbehave() throws IOException {
        say("{}", replies("somebody-else"));
    }

    @Override
    public void close() {
        try {
            if (client.isConnected()) {
                client.disconnect();
            }
            client.close(true);
        } catch (MqttException gone) {
            // That is what was wanted.
        }
    }

    private void connect() throws MqttException {
        var options = new MqttConnectionOptions();
        options.setAutomaticReconnect(false);
        options.setUserName(address.agent());
        options.setPassword(address.token().getBytes(UTF_8));
        client.connect(options);
        client.subscribe(topic("observation"), AT_LEAST_ONCE);
        if (ending == Ending.OUTCOME) {
            client.subscribe(topic("outcome"), AT_LEAST_ONCE);
        } else if (ending == Ending.REPLY) {
            client.subscribe(replies(client.getClientId()), AT_LEAST_ONCE);
        }
    }

    private void say(String words, String responseTopic) throws IOException {
        var properties = new MqttProperties();
        if (!responseTopic.isEmpty()) {
            properties.setResponseTopic(responseTopic);
        }
        try {
            client.publish(topic("intent"), new MqttMessage(words.getBytes(UTF_8), AT_LEAST_ONCE, false, properties));
        } catch (MqttException gone) {
            throw new IOException(gone);
        }
    }

    private String topic(String what) {
        return "agents/%s/%s".formatted(address.agent(), what);
    }

    private static String replies(String clientId) {
        return "replies/%s/outcome".formatted(clientId);
    }

    private final class Ear implements MqttCallback {
        @Override
        public void disconnected(MqttDisconnectResponse response) {
            questions.add(GONE);
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            if (topic.endsWith("/observation")) {
                questions.add(Words.read(message.getPayload()).path("question").asLong());
            }
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
