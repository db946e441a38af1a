package city.adapter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.mqtt.link.Credentials;
import city.world.Weather;
import city.world.WorldEvent.WeatherChanged;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a program of somebody else's hears, with nothing of ours between it and the broker.
class MosquittoSubTest {
    private final FakeCity city = new FakeCity();

    static boolean installed() {
        return Mosquitto.isInstalled();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "311"})
    @EnabledIf("installed")
    void mosquittoSubSeesEveryTopic(String version) throws Exception {
        try (var adapter = MqttAdapter.start(new MqttPorts(city, city, city, new FakeCursors()), settings())) {
            Await.until(adapter::connected);
            var listener = subscribe(adapter.port(), version);
            var lines = listener.inputReader();
            until(lines, "platform/head 1 ");
            for (var type : Events.types()) {
                city.append(Events.example(type));
            }
            city.append(new WeatherChanged(Weather.CLEAR, Weather.FOG));
            city.runTo(9);

            var seen = new ArrayList<String>();
            while (seen.stream().noneMatch(line -> line.startsWith("world/tick"))
                    || seen.stream().noneMatch(line -> line.startsWith("world/weather"))
                    || seen.stream().noneMatch(line -> line.startsWith("agents/actions"))) {
                seen.add(line(lines));
            }
            listener.destroy();
            listener.waitFor(5, TimeUnit.SECONDS);

            var id = FakeCity.id(7);
            assertThat(seen)
                    .map(line -> String.join(" ", List.of(line.split(" ")).subList(0, 3)))
                    .contains(
                            "world/tick 0 0",
                            "world/events/location-closed 1 0",
                            "agents/" + id + "/spawn 1 0",
                            "agents/" + id + "/move 0 0",
                            "agents/moves/" + id + " 0 0",
                            "economy/transaction 1 0");
            var properties = List.of(
                    "application/json",
                    "specversion:1.0",
                    "source:/cities/test%20city/1",
                    "type:economy.money-transferred.v1");
            var transfer = assertThat(seen)
                    .filteredOn(line -> line.startsWith("economy/transaction"))
                    .singleElement()
                    .asString();
            if (version.equals("5")) {
                transfer.contains(properties);
            } else {
                transfer.doesNotContain(properties.toArray(String[]::new));
            }
        }
    }

    private static Process subscribe(int port, String version) throws IOException {
        var program = Mosquitto.program("mosquitto_sub").toString();
        var format = "%t %q %r %C %P";
        return new ProcessBuilder(
                        program, "-p", "" + port, "-V", version, "-q", "1", "-W", "60", "-F", format, "-t", "#")
                .redirectErrorStream(true)
                .start();
    }

    private static MqttSettings settings() {
        var http = URI.create("http://127.0.0.1:8080/");
        return new MqttSettings(Optional.empty(), Credentials.none(), 0, "", "0.1.0", Optional.of(http));
    }

    private static void until(BufferedReader lines, String start) throws Exception {
        while (!line(lines).startsWith(start)) {
            Thread.onSpinWait();
        }
    }

    private static String line(BufferedReader lines) throws Exception {
        return Objects.requireNonNull(lines.readLine(), "mosquitto_sub ended");
    }
}
