package city.adapter.mqtt.broker;

import city.adapter.mqtt.link.Credentials;
import city.adapter.mqtt.link.Message;
import city.agents.spi.Speakers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An MQTT 5 and 3.1.1 broker on one loopback port, plain TCP and WebSocket alike, that lives and dies with
/// the process and writes nothing to disk. [Callers] says who may do what. Start and close block, a second
/// or so each; the rest may be called from any thread.
///
/// A subscriber that does not keep up loses its oldest messages, never those of others, and never stops the
/// platform; see [Laggards].
public final class EmbeddedBroker implements AutoCloseable {
    public static final String HOST = "127.0.0.1";

    /// An hour: long enough to restart a client, short enough that forgotten ones do not pile up.
    static final int SESSION_KEPT_SECONDS = 3_600;

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final String ACCEPTOR = "mqtt";
    private static final SimpleString NOWHERE = SimpleString.of("$nowhere");
    private static final int PASSWORD_BYTES = 32;

    /// Dashboards, tools and external minds on one machine; more belongs on a broker of its own.
    private static final int MAX_CONNECTIONS = 1_000;

    /// What one subscriber may be behind, about ten seconds of a busy city.
    private static final int MAX_QUEUED_MESSAGES = 10_000;

    private static final int MAX_UNACKNOWLEDGED_MESSAGES = 1_000;

    /// A payload, its topic and its properties.
    private static final int MAX_PACKET_BYTES = Message.MAX_PAYLOAD_BYTES + 8_192;

    /// Half of the time that a topic used once stays in memory: the broker sweeps twice before it drops one.
    private static final int SWEEP_MILLIS = 5_000;

    private static final int CLEARED_TOPIC_KEPT_MILLIS = 30_000;
    private static final int THREADS = 8;
    private static final int NETWORK_THREADS = 2;
    private static final int PROBE_MILLIS = 2_000;

    private final ActiveMQServerImpl server;
    private final Credentials platform;
    private final int port;

    private EmbeddedBroker(ActiveMQServerImpl server, Credentials platform, int port) {
        this.server = server;
        this.platform = platform;
        this.port = port;
    }

    /// What a broker is started with; one that comes back in the same process takes the same again.
    ///
    /// @param port 0 picks a free one
    /// @param topicPrefix what stands before every topic of the platform, empty or ending in `/`
    /// @param platform the name and password of the one client that may publish on the platform's topics
    /// @param speakers who may read and write for a resident, by its id and token as name and password
    public record Settings(int port, String topicPrefix, Credentials platform, Speakers speakers) {
        public Settings {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("port must be in 0..65535: " + port);
            }
        }

        /// With a password made anew, which therefore ends with the process.
        public static Settings onPort(int port) {
            return onPort(port, "");
        }

        /// Nobody may speak for a resident.
        public static Settings onPort(int port, String topicPrefix) {
            return onPort(port, topicPrefix, Speakers.ALL);
        }

        public static Settings onPort(int port, String topicPrefix, Speakers speakers) {
            return new Settings(port, topicPrefix, new Credentials(Callers.PLATFORM, randomPassword()), speakers);
        }
    }

    /// Returns when clients can connect.
    ///
    /// @throws PortTaken when somebody listens there already
    /// @throws BrokerNotStarted when it does not come up for another reason
    public static EmbeddedBroker start(Settings settings) {
        var port = settings.port();
        requireFree(port);
        var platform = settings.platform();
        var rights = new TopicRights(settings.topicPrefix());
        var owners = new Owners(settings.speakers());
        var server = new ActiveMQServerImpl(configuration(port), null, new Callers(platform, rights, owners));
        server.registerBrokerPlugin(new PrivateTopics(rights));
        var laggards = new Laggards(server);
        server.registerBrokerPlugin(laggards);
        server.addProtocolManagerFactory(new BoundedMqtt(MAX_PACKET_BYTES));
        server.getServiceRegistry().addIncomingInterceptor(new PacketGuard(rights));
        try {
            server.start();
            laggards.watch();
            owners.watch(server.getScheduledPool());
            return new EmbeddedBroker(server, platform, listeningPort(server, port));
        } catch (Exception failure) {
            stopQuietly(server);
            throw failure instanceof BrokerNotStarted known
                    ? known
                    : new BrokerNotStarted("the embedded MQTT broker did not start: " + failure.getMessage(), failure);
        }
    }

    /// The port that it listens on, never 0.
    public int port() {
        return port;
    }

    public URI url() {
        return URI.create("tcp://" + HOST + ":" + port);
    }

    /// Who may publish on the platform's topics.
    public Credentials platform() {
        return platform;
    }

    public boolean isRunning() {
        return server.isActive();
    }

    /// How many topics it remembers; for tests and metrics.
    int topicCount() {
        return server.getPostOffice().getAddresses().size();
    }

    /// What all messages take that somebody has not taken yet; for tests and metrics.
    long heldBytes() {
        return server.getPagingManager().getGlobalSize();
    }

    @Override
    public void close() {
        stopQuietly(server);
    }

    private static Configuration configuration(int port) {
        var configuration = new ConfigurationImpl()
                .setName("city")
                .setPersistenceEnabled(false)
                .setJMXManagementEnabled(false)
                .setSecurityEnabled(true)
                .setAuthenticationCacheSize(0)
                .setAuthorizationCacheSize(0)
                .setMessageCounterEnabled(false)
                .setThreadPoolMaxSize(THREADS)
                .setScheduledThreadPoolMaxSize(NETWORK_THREADS)
                .setAddressQueueScanPeriod(SWEEP_MILLIS)
                .setGlobalMaxSize(-1)
                .setResolveProtocols(false)
                .setMqttSubscriptionPersistenceEnabled(false)
                .setWildCardConfiguration(BrokerAddress.WILDCARDS);
        configuration.setClusterPassword(randomPassword());
        configuration.addAddressSetting("#", addressSettings());
        try {
            return configuration.addAcceptorConfiguration(ACCEPTOR, acceptor(port));
        } catch (Exception malformed) {
            throw new IllegalStateException("acceptor address is malformed", malformed);
        }
    }

    /// Undeliverable and expired messages go to an address where nobody listens; without one the broker
    /// warns at every subscription.
    private static AddressSettings addressSettings() {
        return new AddressSettings()
                .setDeadLetterAddress(NOWHERE)
                .setExpiryAddress(NOWHERE)
                .setAutoCreateAddresses(true)
                .setAutoCreateQueues(true)
                .setAutoDeleteAddresses(true)
                .setAutoDeleteAddressesSkipUsageCheck(true)
                .setAutoDeleteQueues(true)
                .setAutoDeleteQueuesSkipUsageCheck(true)
                .setAutoDeleteQueuesDelay(CLEARED_TOPIC_KEPT_MILLIS)
                .setDefaultRingSize(MAX_QUEUED_MESSAGES);
    }

    /// Topic aliases stay off: they would be one more table per client that grows with the topics.
    private static String acceptor(int port) {
        return "tcp://" + HOST + ":" + port + "?"
                + String.join(
                        ";",
                        "protocols=MQTT",
                        "useEpoll=false",
                        "useKQueue=false",
                        "remotingThreads=" + NETWORK_THREADS,
                        "connectionsAllowed=" + MAX_CONNECTIONS,
                        "topicAliasMaximum=0",
                        "maximumPacketSize=" + MAX_PACKET_BYTES,
                        "defaultMaximumInFlightPublishMessages=" + MAX_UNACKNOWLEDGED_MESSAGES,
                        "defaultMqttSessionExpiryInterval=" + SESSION_KEPT_SECONDS);
    }

    /// Artemis logs a taken port and goes on without it, so ask first.
    private static void requireFree(int port) {
        if (port == 0) {
            return;
        }
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(HOST, port));
        } catch (IOException taken) {
            throw new PortTaken(HOST, port);
        }
    }

    private static int listeningPort(ActiveMQServerImpl server, int asked) throws IOException {
        if (!server.isActive()) {
            throw new BrokerNotStarted("the embedded MQTT broker did not become active. Maybe the log above says why");
        }
        if (!(server.getRemotingService().getAcceptor(ACCEPTOR) instanceof NettyAcceptor acceptor)
                || !acceptor.isStarted()
                || acceptor.getActualPort() <= 0) {
            throw new PortTaken(HOST, asked);
        }
        var port = acceptor.getActualPort();
        try (var probe = new Socket()) {
            probe.connect(new InetSocketAddress(InetAddress.ofLiteral(HOST), port), PROBE_MILLIS);
        }
        return port;
    }

    private static String randomPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void stopQuietly(ActiveMQServerImpl server) {
        try {
            server.stop();
        } catch (Exception failure) {
            LOG.warn("the embedded MQTT broker did not stop cleanly", failure);
        }
    }
}
