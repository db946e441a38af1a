package city.app.wiring;

import city.adapter.mqtt.broker.BrokerNotStarted;
import city.adapter.mqtt.broker.EmbeddedBroker;
import city.adapter.web.WebServer;
import city.adapter.web.WebSettings;
import city.adapter.web.WebStartFailed;
import city.agents.spi.Speakers;
import city.app.Failure;
import city.app.Release;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Optional;

/// What of the doors needs nothing of the city, and takes seconds in code that never ran before: made beside the
/// database.
final class DoorFrames implements AutoCloseable {
    private final Optional<Ahead<EmbeddedBroker>> broker;
    private final Ahead<WebServer.Frame> web;

    private DoorFrames(Optional<Ahead<EmbeddedBroker>> broker, Ahead<WebServer.Frame> web) {
        this.broker = broker;
        this.web = web;
    }

    /// @param speakers who may speak for residents from outside
    /// @param meters   to which the server adds its own
    /// @throws Failure when the host is not one to serve on
    static DoorFrames begin(RunSettings settings, Speakers speakers, PrometheusMeterRegistry meters) {
        var web = webSettings(settings);
        var broker = settings.broker().isPresent()
                ? Optional.<Ahead<EmbeddedBroker>>empty()
                : Optional.of(Ahead.begin(
                        "broker-start",
                        () -> EmbeddedBroker.start(EmbeddedBroker.Settings.onPort(settings.mqttPort(), "", speakers))));
        return new DoorFrames(broker, Ahead.begin("web-start", () -> WebServer.prepare(web, meters)));
    }

    /// Waits for it; empty where the settings name another.
    ///
    /// @throws Failure when its port is taken
    Optional<EmbeddedBroker> broker() {
        try {
            return broker.map(Ahead::join);
        } catch (BrokerNotStarted e) {
            throw Failure.couldNotStart(e.getMessage());
        }
    }

    /// Waits for it.
    WebServer.Frame web() {
        return web.join();
    }

    @Override
    public void close() {
        web.close();
        broker.ifPresent(Ahead::close);
    }

    private static WebSettings webSettings(RunSettings settings) {
        try {
            return new WebSettings(settings.host(), settings.port(), Release.version());
        } catch (WebStartFailed e) {
            throw Failure.couldNotStart(e.getMessage());
        }
    }
}
