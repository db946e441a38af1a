package city.adapter.mqtt.link;

import city.adapter.mqtt.Ports;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.testcontainers.containers.GenericContainer;

/// The contract on Mosquitto's own image.
@Tag("containers")
class MosquittoInContainerLinkTest extends LinkContract {
    /// The same for every start, because the link comes back to it.
    private final int port = Ports.free();

    private final GenericContainer<?> mosquitto = new GenericContainer<>("eclipse-mosquitto:2")
            .withCommand("mosquitto", "-c", "/mosquitto-no-auth.conf")
            .withExposedPorts(1883);

    @Override
    URI url() {
        return URI.create("tcp://127.0.0.1:" + port);
    }

    @Override
    Credentials credentials() {
        return Credentials.none();
    }

    @Override
    void startBroker() {
        mosquitto.setPortBindings(List.of("127.0.0.1:%d:1883".formatted(port)));
        mosquitto.start();
    }

    @Override
    void stopBroker() {
        mosquitto.stop();
    }
}
