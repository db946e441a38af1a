package city.adapter.mqtt.broker;

import city.adapter.mqtt.link.Message;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import java.util.List;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;

/// Closes a connection that sends what no honest client sends, before the broker has read more into it: the
/// broker's own syntax for a queue (`address::queue`) in a topic, a packet over the limit, or a response topic of
/// somebody else's, and that of a foreign website ([Origins]); and shortens the time for which a session is kept. Any
/// thread.
final class PacketGuard implements MQTTInterceptor {
    private static final int RESPONSE_TOPIC = MqttPropertyType.RESPONSE_TOPIC.value();

    /// One SUBSCRIBE; a client that wants more filters sends more of them.
    private static final int MAX_FILTERS = 100;

    private static final int MAX_TOPIC_CHARACTERS = 512;
    private static final int MAX_CLIENT_ID_CHARACTERS = 128;

    private final TopicRights rights;

    PacketGuard(TopicRights rights) {
        this.rights = rights;
    }

    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        return switch (packet) {
            case MqttConnectMessage connect -> Origins.admit(connection.getTransportConnection()) && admits(connect);
            case MqttPublishMessage publish ->
                isPlain(publish.variableHeader().topicName())
                        && answersGoHome(
                                connection.getClientID(),
                                publish.variableHeader().properties())
                        && publish.payload().readableBytes() <= Message.MAX_PAYLOAD_BYTES;
            case MqttSubscribeMessage subscribe -> admits(subscribe.payload().topicSubscriptions());
            default -> true;
        };
    }

    private boolean admits(MqttConnectMessage connect) {
        limitSessionExpiry(connect.variableHeader().properties());
        var clientId = connect.payload().clientIdentifier();
        return isPlain(connect.payload().willTopic())
                && answersGoHome(clientId, connect.payload().willProperties())
                && (clientId == null || clientId.length() <= MAX_CLIENT_ID_CHARACTERS);
    }

    private static boolean admits(List<MqttTopicSubscription> subscriptions) {
        return subscriptions.size() <= MAX_FILTERS
                && subscriptions.stream().allMatch(each -> isPlain(each.topicFilter()));
    }

    /// The platform answers where it is told to, in its own name: that may only be where the client itself may publish.
    private boolean answersGoHome(@Nullable String clientId, @Nullable MqttProperties properties) {
        return properties == null
                || !(properties.getProperty(RESPONSE_TOPIC) instanceof MqttProperties.StringProperty asked)
                || rights.mayPublish(clientId == null ? "" : clientId, asked.value());
    }

    private static boolean isPlain(@Nullable String topic) {
        return topic == null || (topic.length() <= MAX_TOPIC_CHARACTERS && !topic.contains("::"));
    }

    /// Unsigned on the wire and signed here, so that "for ever" arrives as -1.
    private static void limitSessionExpiry(MqttProperties properties) {
        var id = MqttPropertyType.SESSION_EXPIRY_INTERVAL.value();
        if (properties.getProperty(id) instanceof MqttProperties.IntegerProperty asked
                && Integer.compareUnsigned(asked.value(), EmbeddedBroker.SESSION_KEPT_SECONDS) > 0) {
            properties.add(new MqttProperties.IntegerProperty(id, EmbeddedBroker.SESSION_KEPT_SECONDS));
        }
    }
}
