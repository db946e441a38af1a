package city.adapter.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.adapter.mqtt.broker.EmbeddedBroker;
import city.adapter.mqtt.link.Credentials;
import city.adapter.mqtt.link.LinkSettings;
import city.adapter.mqtt.link.MqttLink;
import city.adapter.mqtt.minds.MindRelay;
import city.adapter.mqtt.relay.Gate;
import city.adapter.mqtt.relay.MqttRelay;
import city.adapter.mqtt.relay.StateMessages;
import city.world.kernel.Genesis;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The city over MQTT: a broker where none is given, a connection to it, and the relay that tells the log.
/// Start it when the city is open, and close it when the city has stopped but its record is still there.
public final class MqttAdapter implements AutoCloseable {
    private final Optional<EmbeddedBroker> broker;
    private final URI url;
    private final MqttLink link;
    private final MqttRelay relay;
    private final MindRelay minds;

    private MqttAdapter(Optional<EmbeddedBroker> broker, URI url, MqttLink link, MqttRelay relay, MindRelay minds) {
        this.broker = broker;
        this.url = url;
        this.link = link;
        this.relay = relay;
        this.minds = minds;
    }

    /// Starts the embedded broker, which takes a second or so, unless a URL is given. A broker elsewhere
    /// need not be there yet.
    ///
    /// @throws city.adapter.mqtt.broker.BrokerNotStarted when it does not come up, as when the port is taken
    public static MqttAdapter start(MqttPorts ports, MqttSettings settings) {
        return settings.url()
                .map(url -> connect(ports, settings, url, settings.credentials(), Optional.empty()))
                .orElseGet(() -> start(ports, settings, EmbeddedBroker.start(settings.embedded())));
    }

    /// @param started with [MqttSettings#embedded]; closed with the adapter
    public static MqttAdapter start(MqttPorts ports, MqttSettings settings, EmbeddedBroker started) {
        return connect(ports, settings, started.url(), started.platform(), Optional.of(started));
    }

    /// Of the broker.
    public int port() {
        return url.getPort();
    }

    public URI url() {
        return url;
    }

    public boolean connected() {
        return link.connected();
    }

    /// How many events of the log are not told or not acknowledged yet.
    public long lag() {
        return relay.lag();
    }

    /// How many messages were given to the broker so far, those among them that were sent again.
    public long published() {
        return link.sent();
    }

    /// Waits up to two seconds for what is left to be told, says goodbye, and ends the embedded broker.
    @Override
    public void close() {
        minds.close();
        relay.close();
        link.close();
        broker.ifPresent(EmbeddedBroker::close);
    }

    private static MqttAdapter connect(
            MqttPorts ports, MqttSettings settings, URI url, Credentials credentials, Optional<EmbeddedBroker> broker) {
        var states = new StateMessages(
                ports.kernel(), ports.world(), ports.agents(), settings.prefix(), settings.version(), links(settings));
        var gate = new Gate();
        var linked = LinkSettings.of(
                url,
                clientId(ports.kernel().genesis(), settings.prefix()),
                credentials,
                () -> states.status(true),
                () -> states.status(false));
        var minds = new MindRelay(ports.kernel().events(), ports.minds(), settings.prefix(), gate);
        var link = MqttLink.open(linked, gate, minds);
        var relay = MqttRelay.start(ports.kernel(), ports.cursors(), states, link::publish, gate);
        minds.start(link::publish);
        return new MqttAdapter(broker, linked.broker(), link, relay, minds);
    }

    /// The same for every start of a city: the broker then ends the connection of a crashed one, and tells
    /// its last will, before it lets the new one in.
    private static String clientId(Genesis genesis, String prefix) {
        var city = prefix + '\n' + genesis.name() + '\n' + genesis.seed();
        return "city-" + UUID.nameUUIDFromBytes(city.getBytes(UTF_8));
    }

    private static Map<String, String> links(MqttSettings settings) {
        var links = new LinkedHashMap<String, String>();
        settings.httpUrl().map(URI::toString).map(it -> it.replaceAll("/$", "")).ifPresent(http -> {
            links.put("dashboard", http + "/");
            links.put("api", http + "/api/v1");
            links.put("openapi", http + "/openapi.json");
            links.put("asyncapi", http + "/asyncapi.yaml");
        });
        return links;
    }
}
