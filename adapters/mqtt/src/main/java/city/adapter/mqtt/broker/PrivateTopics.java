package city.adapter.mqtt.broker;

import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/// Keeps private messages away from wildcards: every subscription's queue but the platform's gets
/// [TopicRights#deliveryFilter] beside the filter it has, and nothing private is retained. Any thread.
final class PrivateTopics implements ActiveMQServerPlugin {
    private static final SimpleString RETAIN = SimpleString.of("mqtt.message.retain");

    private final TopicRights rights;

    PrivateTopics(TopicRights rights) {
        this.rights = rights;
    }

    @Override
    public void beforeCreateQueue(QueueConfiguration queue) {
        var address = queue.getAddress().toString();
        var filter = rights.deliveryFilter(BrokerAddress.topicOf(address));
        if (BrokerAddress.isInternal(address) || isPlatforms(queue) || filter.isEmpty()) {
            return;
        }
        var given = queue.getFilterString();
        queue.setFilterString(given == null ? filter : "(" + given + ") AND " + filter);
    }

    @Override
    public void beforeSend(
            @Nullable ServerSession session,
            @Nullable Transaction transaction,
            Message message,
            boolean direct,
            boolean noAuto)
            throws ActiveMQSecurityException {
        if (isRetained(message) && !rights.mayRetain(BrokerAddress.topicOf(message.getAddress()))) {
            throw new ActiveMQSecurityException("a private topic holds no retained message: " + message.getAddress());
        }
    }

    private static boolean isPlatforms(QueueConfiguration queue) {
        var user = queue.getUser();
        return user != null && user.toString().equals(Callers.PLATFORM);
    }

    private static boolean isRetained(Message message) {
        return message.containsProperty(RETAIN) && message.getBooleanProperty(RETAIN);
    }
}
