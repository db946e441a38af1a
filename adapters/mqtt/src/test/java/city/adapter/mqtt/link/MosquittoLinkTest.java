package city.adapter.mqtt.link;

import city.adapter.mqtt.Mosquitto;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("installed")
class MosquittoLinkTest extends LinkContract {
    private final Mosquitto mosquitto = Mosquitto.onFreePort();

    static boolean installed() {
        return Mosquitto.isInstalled();
    }

    @Override
    URI url() {
        return mosquitto.url();
    }

    @Override
    Credentials credentials() {
        return Credentials.none();
    }

    @Override
    void startBroker() throws IOException, InterruptedException {
        mosquitto.start();
    }

    @Override
    void stopBroker() throws InterruptedException {
        mosquitto.stop();
    }
}
