package city.adapter.mqtt.broker;

import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQRemoteDisconnectException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.postoffice.QueueBinding;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what waits for subscribers within bounds, at the cost of those for whom it waits: a limit of the broker's own
/// would drop what the platform says, for everybody. Clients may send no more once half of the room is taken, and when
/// all of it is, the subscriber for whom most waits is cut off and loses it. Any thread.
final class Laggards implements ActiveMQServerPlugin {
    private static final Logger LOG = LoggerFactory.getLogger(Laggards.class);

    /// About what a busy city says in a minute.
    private static final long MOST_BYTES = 128L * 1024 * 1024;

    private static final long MOST_BYTES_OF_CLIENTS = MOST_BYTES / 2;

    /// Within it the platform says some megabytes at most.
    private static final int GLANCE_MILLIS = 200;

    private final ActiveMQServer server;

    Laggards(ActiveMQServer server) {
        this.server = server;
    }

    /// Looks from now on until the server ends.
    void watch() {
        server.getScheduledPool()
                .scheduleWithFixedDelay(this::look, GLANCE_MILLIS, GLANCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void beforeSend(
            @Nullable ServerSession session,
            @Nullable Transaction transaction,
            Message message,
            boolean direct,
            boolean noAuto)
            throws ActiveMQException {
        boolean isClients = session != null && !Callers.PLATFORM.equals(session.getUsername());
        if (isClients && heldBytes() > MOST_BYTES_OF_CLIENTS) {
            throw new ActiveMQSecurityException("too much waits to be read already");
        }
    }

    private long heldBytes() {
        return server.getPagingManager().getGlobalSize();
    }

    private void look() {
        try {
            if (heldBytes() > MOST_BYTES) {
                worst().ifPresent(this::cutOff);
            }
        } catch (RuntimeException e) {
            // An exception would end the schedule.
            LOG.warn("the broker could not be relieved", e);
        }
    }

    /// What the broker itself keeps, such as retained messages, waits for nobody.
    private Optional<Queue> worst() {
        return server.getPostOffice()
                .getAllBindings()
                .filter(it -> it instanceof QueueBinding
                        && !BrokerAddress.isInternal(it.getAddress().toString()))
                .map(it -> ((QueueBinding) it).getQueue())
                .max(Comparator.comparingLong(it -> it.getPersistentSize() + it.getDeliveringSize()));
    }

    private void cutOff(Queue queue) {
        LOG.warn("a subscriber is far behind, is cut off and loses what waits for it: {}", queue.getName());
        for (var consumer : queue.getConsumers()) {
            if (consumer instanceof ServerConsumer known) {
                var connection = server.getRemotingService().getConnection(known.getConnectionID());
                if (connection != null) {
                    connection.fail(new ActiveMQRemoteDisconnectException("too far behind"));
                }
            }
        }
        try {
            queue.deleteAllReferences();
        } catch (Exception e) {
            LOG.warn("what waits for {} could not be dropped", queue.getName(), e);
        }
    }
}
