package city.adapter.mqtt.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection, from its first packet to its end, on a Paho client of its own. Paho's session is never
/// reused: after a reconnect it can publish again what it kept, with a topic alias that the broker has
/// forgotten, that is with an empty topic.
///
/// What it tells, it tells on Paho's threads; the receiver must only pass it on.
final class PahoConnection {
    /// The first reason code that means failure, MQTT 5 section 2.4.
    private static final int FIRST_FAILURE_CODE = 0x80;

    private static final int DEFAULT_RECEIVE_MAXIMUM = 65_535;
    private static final long DISCONNECT_MILLIS = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(PahoConnection.class);

    private final LinkSettings settings;
    private final MqttAsyncClient client;
    private volatile int receiveMaximum = DEFAULT_RECEIVE_MAXIMUM;

    PahoConnection(LinkSettings settings, Consumer<String> onLost, Consumer<Received> onMessage) throws MqttException {
        this.settings = settings;
        this.client = new MqttAsyncClient(settings.broker().toString(), settings.clientId(), new MemoryPersistence());
        client.setCallback(new News(onLost, onMessage));
    }

    /// Returns at once; exactly one of the two is told.
    void connect(Runnable onConnected, Consumer<String> onFailed) throws MqttException {
        client.connect(
                options(),
                null,
                listener(
                        token -> {
                            var properties = token.getResponseProperties();
                            if (properties != null && properties.getReceiveMaximum() != null) {
                                receiveMaximum = properties.getReceiveMaximum();
                            }
                            onConnected.run();
                        },
                        onFailed));
    }

    /// Hands the message to Paho. `onSettled` hears an empty text when the broker has acknowledged it (QoS
    /// 0: when it is written), else why not.
    ///
    /// @throws MqttException also when Paho has no room, reason 32202
    void publish(Message message, Consumer<String> onSettled) throws MqttException {
        client.publish(
                message.topic(),
                pahoMessage(message),
                null,
                listener(token -> onSettled.accept(refusal(token)), onSettled));
    }

    /// Asks for what others publish. `onSettled` hears an empty text when the broker sends it from now on, else why
    /// not.
    void subscribe(String filter, Consumer<String> onSettled) throws MqttException {
        client.subscribe(
                filter,
                Qos.AT_LEAST_ONCE.level(),
                null,
                listener(token -> onSettled.accept(refusal(token)), onSettled));
    }

    /// How many messages may be unacknowledged. One less than the broker said: Paho reports a QoS 0 message
    /// as done just before it stops counting it, and a message that Paho refuses may have spoilt a topic
    /// alias.
    int window(int wanted) {
        return Math.max(1, Math.min(wanted, receiveMaximum - 1));
    }

    boolean isOpen() {
        return client.isConnected();
    }

    /// Ends the connection with a word, so that the broker drops the last will. Blocks for up to a second.
    void disconnect() {
        try {
            client.disconnect(DISCONNECT_MILLIS).waitForCompletion(DISCONNECT_MILLIS);
        } catch (MqttException broken) {
            LOG.debug("MQTT connection was gone before it could be ended", broken);
        }
        dispose();
    }

    /// Frees sockets and threads without a word to the broker. May block.
    void dispose() {
        try {
            if (client.isConnected()) {
                client.disconnectForcibly(0, 0, false);
            }
            client.close(true);
        } catch (MqttException broken) {
            LOG.debug("MQTT client did not close cleanly", broken);
        }
    }

    private MqttConnectionOptions options() {
        var options = new MqttConnectionOptions();
        options.setCleanStart(true);
        options.setAutomaticReconnect(false);
        options.setConnectionTimeout((int) Math.max(1, settings.connectTimeout().toSeconds()));
        options.setKeepAliveInterval((int) settings.keepAlive().toSeconds());
        var will = settings.offline().get();
        options.setWill(will.topic(), pahoMessage(will));
        if (!settings.credentials().isNone()) {
            options.setUserName(settings.credentials().user());
            options.setPassword(settings.credentials().password().getBytes(UTF_8));
        }
        return options;
    }

    /// Never shared between two publishes: Paho writes the topic alias into the properties.
    private static MqttMessage pahoMessage(Message message) {
        var properties = new MqttProperties();
        var userProperties = new ArrayList<UserProperty>();
        message.userProperties().forEach((name, value) -> userProperties.add(new UserProperty(name, value)));
        properties.setUserProperties(userProperties);
        if (!message.contentType().isEmpty()) {
            properties.setContentType(message.contentType());
        }
        if (message.correlationData().length > 0) {
            properties.setCorrelationData(message.correlationData());
        }
        return new MqttMessage(message.payload(), message.qos().level(), message.retained(), properties);
    }

    private static Received received(String topic, MqttMessage message) {
        var properties = Objects.requireNonNullElseGet(message.getProperties(), MqttProperties::new);
        return new Received(
                topic,
                message.getPayload(),
                Objects.requireNonNullElse(properties.getResponseTopic(), ""),
                Objects.requireNonNullElse(properties.getCorrelationData(), new byte[0]));
    }

    private static String refusal(IMqttToken token) {
        var codes = token.getReasonCodes();
        if (codes != null) {
            for (var code : codes) {
                if (code >= FIRST_FAILURE_CODE) {
                    return "refused by the broker, reason code 0x" + Integer.toHexString(code);
                }
            }
        }
        return "";
    }

    private static String reason(@Nullable Throwable failure) {
        if (failure == null) {
            return "no reason given";
        }
        var cause = Objects.requireNonNullElse(failure.getCause(), failure);
        return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    }

    private static MqttActionListener listener(Consumer<IMqttToken> onSuccess, Consumer<String> onFailure) {
        return new MqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                onSuccess.accept(token);
            }

            @Override
            public void onFailure(@Nullable IMqttToken token, @Nullable Throwable failure) {
                onFailure.accept(reason(failure));
            }
        };
    }

    private record News(Consumer<String> onLost, Consumer<Received> onMessage) implements MqttCallback {
        @Override
        public void disconnected(MqttDisconnectResponse response) {
            var failure = response.getException();
            onLost.accept(
                    failure == null
                            ? "ended by the broker, reason code 0x" + Integer.toHexString(response.getReturnCode())
                            : reason(failure));
        }

        @Override
        public void mqttErrorOccurred(MqttException failure) {
            LOG.debug("MQTT client reported an error", failure);
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            onMessage.accept(received(topic, message));
        }

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String broker) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }
}
