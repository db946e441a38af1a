package city.adapter.mqtt.broker;

import city.agents.spi.Speakers;
import city.agents.spi.Speakers.Standing;
import city.world.ResidentId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.ActiveMQRemoteDisconnectException;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The connections of programs that speak for residents: by the resident's id as their user, and its token as their
/// password. One whose token ends is ended. Thread-safe.
final class Owners {
    private static final Logger LOG = LoggerFactory.getLogger(Owners.class);

    /// A revoked token may be of use for so long.
    private static final int GLANCE_MILLIS = 1_000;

    private final Speakers speakers;
    private final Map<RemotingConnection, Owner> connections = new ConcurrentHashMap<>();

    Owners(Speakers speakers) {
        this.speakers = speakers;
    }

    /// Not a record, which would show the token.
    private static final class Owner {
        private final ResidentId resident;
        private final String token;

        Owner(ResidentId resident, String token) {
            this.resident = resident;
            this.token = token;
        }
    }

    /// What a client is that is not the platform.
    Standing admit(RemotingConnection connection, @Nullable String user, @Nullable String password) {
        var resident = resident(user);
        if (resident == null || password == null) {
            return Standing.ANYBODY;
        }
        var standing = speakers.standing(resident, password);
        if (standing == Standing.OWNER && connections.put(connection, new Owner(resident, password)) == null) {
            connection.addCloseListener(() -> connections.remove(connection));
        }
        return standing;
    }

    /// Looks from now on.
    void watch(ScheduledExecutorService executor) {
        executor.scheduleWithFixedDelay(this::look, GLANCE_MILLIS, GLANCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            connections.forEach((connection, owner) -> {
                if (speakers.standing(owner.resident, owner.token) != Standing.OWNER) {
                    connections.remove(connection);
                    LOG.info("the token of {} has ended, and with it a connection", owner.resident.value());
                    connection.fail(new ActiveMQRemoteDisconnectException("the token has ended"));
                }
            });
        } catch (RuntimeException e) {
            // An exception would end the schedule.
            LOG.warn("the tokens of connections could not be looked at", e);
        }
    }

    private static @Nullable ResidentId resident(@Nullable String user) {
        try {
            var id = user == null ? null : UUID.fromString(user);
            return id != null && id.toString().equals(user) ? new ResidentId(id) : null;
        } catch (IllegalArgumentException other) {
            return null;
        }
    }
}
