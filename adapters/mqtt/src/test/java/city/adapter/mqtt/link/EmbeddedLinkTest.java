package city.adapter.mqtt.link;

import city.adapter.mqtt.Ports;
import city.adapter.mqtt.broker.EmbeddedBroker;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// A broker that comes back in the same process keeps its settings, the password among them.
class EmbeddedLinkTest extends LinkContract {
    private final EmbeddedBroker.Settings settings = EmbeddedBroker.Settings.onPort(Ports.free());
    private @Nullable EmbeddedBroker broker;

    @Override
    URI url() {
        return URI.create("tcp://" + EmbeddedBroker.HOST + ":" + settings.port());
    }

    @Override
    Credentials credentials() {
        return settings.platform();
    }

    @Override
    void startBroker() {
        broker = EmbeddedBroker.start(settings);
    }

    @Override
    void stopBroker() {
        if (broker != null) {
            broker.close();
        }
    }
}
