package city.app.wiring;

import city.adapter.metrics.CityGauges;
import city.adapter.mqtt.MqttAdapter;
import city.adapter.mqtt.MqttPorts;
import city.adapter.mqtt.MqttSettings;
import city.adapter.mqtt.broker.BrokerNotStarted;
import city.adapter.mqtt.broker.EmbeddedBroker;
import city.adapter.mqtt.catalogue.AsyncApiDocument;
import city.adapter.mqtt.link.Credentials;
import city.adapter.mqtt.link.LinkSettings;
import city.adapter.web.WebPorts;
import city.adapter.web.WebServer;
import city.adapter.web.WebStartFailed;
import city.adapter.web.description.AsyncApi;
import city.agents.MindReads;
import city.agents.application.minds.OutsideMindsModule;
import city.agents.spi.DecisionsPorts;
import city.agents.spi.OutsideLimits;
import city.agents.spi.Speakers;
import city.app.Failure;
import city.app.Release;
import city.memory.Memories;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;

/// How the outside reaches a running city: HTTP and MQTT, and Redis where there is one. Opened when the city stands,
/// closed before it falls.
final class Doors implements AutoCloseable {
    private static final String TOPIC_PREFIX = "";

    private final Opened below;
    private final WebServer web;
    private final MqttAdapter mqtt;
    private final Projections projections;
    private final boolean brokerIsShared;
    private boolean silent;

    /// @param below what the doors stand on
    private Doors(Opened below, WebServer web, MqttAdapter mqtt, Projections projections, boolean brokerIsShared) {
        this.below = below;
        this.web = web;
        this.mqtt = mqtt;
        this.projections = projections;
        this.brokerIsShared = brokerIsShared;
    }

    /// @param memories empty in a city that runs without
    /// @param speakers who may speak for residents from outside
    /// @param minds    how they are doing
    /// @param frames   begun beforehand
    /// @throws Failure when a port is taken
    static Doors open(
            RunSettings settings,
            RunningCity city,
            Optional<Memories> memories,
            Speakers speakers,
            MindReads minds,
            OutsideLimits limits,
            PrometheusMeterRegistry meters,
            DoorFrames frames) {
        var parts = city.parts();
        CityGauges.bind(meters, city.kernel(), parts.economy(), parts.agents());
        var broker = frames.broker();
        var below = new Opened();
        try {
            var histories = below.keep(city.postgres().openHistories());
            var brokerUrl = broker.map(EmbeddedBroker::url)
                    .orElseGet(() -> URI.create(settings.broker().orElseThrow().url()));
            var ports = new WebPorts(
                    city.kernel(),
                    city.past(),
                    parts.world(),
                    parts.almanac(),
                    parts.economy(),
                    parts.social(),
                    parts.agents(),
                    parts.lives(),
                    parts.parties(),
                    histories.transfers(),
                    histories.interactions(),
                    city.postgres().thoughts(),
                    outsideMinds(city, limits, below).witness(),
                    limits,
                    minds,
                    memories,
                    speakers,
                    new AsyncApi(new AsyncApiDocument(Release.version(), brokerUrl, TOPIC_PREFIX).yaml()));
            var web = frames.web().open(ports);
            var mqtt = mqtt(settings, city, web, broker);
            Gauge.builder("city.follower.lag.events", mqtt, MqttAdapter::lag)
                    .description("Events of the log that a follower has not done with.")
                    .tag("follower", "mqtt")
                    .register(meters);
            Gauge.builder("city.broker.connected", mqtt, it -> it.connected() ? 1 : 0)
                    .description("1 while the MQTT broker is reached, 0 while it is tried again.")
                    .register(meters);
            FunctionCounter.builder("city.mqtt.published", mqtt, MqttAdapter::published)
                    .description("Messages given to the MQTT broker, those among them that were sent again.")
                    .register(meters);
            return new Doors(below, web, mqtt, Projections.start(settings, city, meters), broker.isEmpty());
        } catch (WebStartFailed | BrokerNotStarted e) {
            below.close();
            throw Failure.couldNotStart(e.getMessage());
        }
    }

    /// Said before anything is started or founded.
    ///
    /// @throws Failure when the URL is none of a broker; without the URL, in which a password may stand
    static void requireSound(RunSettings.Broker broker) {
        try {
            LinkSettings.requireAddress(new URI(broker.url()));
        } catch (URISyntaxException e) {
            throw Failure.wrongUsage("--mqtt-url must be like tcp://host:1883 or ssl://host:8883, and is no address");
        } catch (IllegalArgumentException e) {
            throw Failure.wrongUsage("--mqtt-url is not that of a broker: " + e.getMessage());
        }
    }

    /// Where HTTP is served; an IPv6 address stands in brackets.
    static URI httpUrl(String host, int port) {
        try {
            return new URI("http", null, host, port, null, null, null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("somebody listens on what is no host: " + host, e);
        }
    }

    int httpPort() {
        return web.port();
    }

    int mqttPort() {
        return mqtt.port();
    }

    URI mqttUrl() {
        return mqtt.url();
    }

    /// Leaves Redis, and a broker that is not ours: whoever runs the city from now on comes there under the same name,
    /// and the two would throw each other out for ever.
    void fallSilent() {
        if (silent) {
            return;
        }
        silent = true;
        projections.close();
        if (brokerIsShared) {
            mqtt.close();
        }
    }

    @Override
    public void close() {
        if (!silent) {
            projections.close();
        }
        if (!silent || !brokerIsShared) {
            mqtt.close();
        }
        web.close();
        below.close();
    }

    private static OutsideMindsModule outsideMinds(RunningCity city, OutsideLimits limits, Opened below) {
        return below.keep(OutsideMindsModule.start(new DecisionsPorts(
                city.kernel(),
                CityParts::read,
                city.parts().agents(),
                city.parts().lives(),
                city.parts().world(),
                city.parts().economy(),
                city.postgres().thoughts(),
                limits,
                below.keep(Executors.newVirtualThreadPerTaskExecutor()),
                InstantSource.system(),
                System::nanoTime)));
    }

    private static MqttAdapter mqtt(
            RunSettings settings, RunningCity city, WebServer web, Optional<EmbeddedBroker> broker) {
        var ports = new MqttPorts(
                city.kernel(),
                city.parts().world(),
                city.parts().agents(),
                city.postgres().cursors(),
                new WebDesk(web.minds()));
        var mqtt = new MqttSettings(
                settings.broker().map(it -> URI.create(it.url())),
                settings.broker()
                        .map(it -> new Credentials(
                                it.user().orElse(""), it.password().orElse("")))
                        .orElseGet(() -> new Credentials("", "")),
                settings.mqttPort(),
                TOPIC_PREFIX,
                Release.version(),
                Optional.of(httpUrl(settings.host(), web.port())));
        return broker.map(it -> MqttAdapter.start(ports, mqtt, it)).orElseGet(() -> MqttAdapter.start(ports, mqtt));
    }
}
