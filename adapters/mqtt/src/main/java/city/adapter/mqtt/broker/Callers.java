package city.adapter.mqtt.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.adapter.mqtt.link.Credentials;
import java.security.MessageDigest;
import java.security.Principal;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.RolePrincipal;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/// Tells the platform from those that speak for residents and from everybody else, and asks [TopicRights] about the
/// latter.
///
/// The broker must not cache what is answered here: its keys know the user and not the client id, on which
/// the rights depend. Any thread.
final class Callers implements ActiveMQSecurityManager5 {
    static final String PLATFORM = "city-platform";
    static final String ANYBODY = "anybody";

    private final String platformUser;
    private final byte[] platformPassword;
    private final TopicRights rights;
    private final Owners owners;

    Callers(Credentials platform, TopicRights rights, Owners owners) {
        this.platformUser = platform.user();
        this.platformPassword = platform.password().getBytes(UTF_8);
        this.rights = rights;
        this.owners = owners;
    }

    /// Null refuses the connection: the platform's name without its password, or a resident's with a token that is not
    /// its own. Other names and passwords mean nothing.
    @Override
    public @Nullable Subject authenticate(
            @Nullable String user,
            @Nullable String password,
            @Nullable RemotingConnection connection,
            @Nullable String domain) {
        if (connection == null) {
            return null;
        }
        if (!platformUser.equals(user)) {
            return client(connection, user, password);
        }
        return isPlatformPassword(password) ? subject(PLATFORM, connection.getClientID()) : null;
    }

    @Override
    public boolean authorize(@Nullable Subject subject, Set<Role> roles, CheckType check, String address) {
        if (subject == null) {
            return false;
        }
        return nameOf(subject, UserPrincipal.class).equals(PLATFORM)
                ? platformMay(check)
                : clientMay(subject, check, BrokerAddress.topicOf(address));
    }

    @Override
    public boolean validateUser(@Nullable String user, @Nullable String password) {
        return false;
    }

    @Override
    public boolean validateUserAndRole(
            @Nullable String user, @Nullable String password, Set<Role> roles, CheckType check) {
        return false;
    }

    private boolean isPlatformPassword(@Nullable String password) {
        return password != null && MessageDigest.isEqual(platformPassword, password.getBytes(UTF_8));
    }

    private static boolean platformMay(CheckType check) {
        return switch (check) {
            case MANAGE, VIEW, EDIT -> false;
            case SEND, CONSUME, BROWSE, CREATE_ADDRESS, DELETE_ADDRESS -> true;
            case CREATE_DURABLE_QUEUE, DELETE_DURABLE_QUEUE, CREATE_NON_DURABLE_QUEUE, DELETE_NON_DURABLE_QUEUE -> true;
        };
    }

    private @Nullable Subject client(RemotingConnection connection, @Nullable String user, @Nullable String password) {
        return switch (owners.admit(connection, user, password)) {
            case OWNER -> subject(String.valueOf(user), connection.getClientID());
            case ANYBODY -> subject(ANYBODY, connection.getClientID());
            case UNKNOWN, STRANGER -> null;
        };
    }

    private boolean clientMay(Subject subject, CheckType check, String topic) {
        var user = nameOf(subject, UserPrincipal.class);
        var clientId = nameOf(subject, ClientPrincipal.class);
        boolean reads = rights.mayRead(clientId, topic) || rights.isToldTo(user, topic);
        boolean publishes = rights.mayPublish(clientId, topic) || rights.isSaidBy(user, topic);
        return switch (check) {
            case MANAGE, VIEW, EDIT, DELETE_ADDRESS -> false;
            case SEND -> publishes;
            case CONSUME, BROWSE -> reads;
            case CREATE_ADDRESS -> reads || publishes;
            case CREATE_DURABLE_QUEUE, DELETE_DURABLE_QUEUE -> reads;
            case CREATE_NON_DURABLE_QUEUE, DELETE_NON_DURABLE_QUEUE -> reads;
        };
    }

    private static Subject subject(String user, @Nullable String clientId) {
        var subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(user));
        subject.getPrincipals().add(new RolePrincipal(user));
        subject.getPrincipals().add(new ClientPrincipal(clientId == null ? "" : clientId));
        return subject;
    }

    private static String nameOf(Subject subject, Class<? extends Principal> kind) {
        return subject.getPrincipals(kind).iterator().next().getName();
    }

    private record ClientPrincipal(String clientId) implements Principal {
        @Override
        public String getName() {
            return clientId;
        }
    }
}
