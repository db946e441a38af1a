package city.app.bench.soak;

import city.app.bench.child.ChildCity;
import city.app.bench.child.MqttEar;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Twenty who listen all the time: ten by MQTT, five to the stream of events, five by WebSocket.
final class Audience implements AutoCloseable {
    private static final List<String> MQTT = List.of(
            "#",
            "agents/#",
            "agents/#",
            "economy/#",
            "economy/#",
            "economy/#",
            "social/#",
            "social/#",
            "world/#",
            "world/#");

    /// Empty for all.
    private static final List<String> STREAMS = List.of("", "", "agents", "economy", "social");

    private static final List<String> SOCKETS = List.of("", "", "agents", "economy", "social");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<AutoCloseable> ears = new ArrayList<>();
    private final List<Tally> tallies = new ArrayList<>();

    private Audience() {}

    /// @param head the log's last sequence
    static Audience of(ChildCity city, long head) throws Exception {
        var audience = new Audience();
        try {
            int port = city.awaitDoors().port();
            for (var filter : MQTT) {
                var tally = audience.tally("mqtt " + filter, filter.replaceFirst("/?#$", ""), head);
                audience.ears.add(MqttEar.open(city.mqttPort(), filter, "soak-" + audience.ears.size(), tally));
            }
            for (var topic : STREAMS) {
                audience.ears.add(
                        StreamEar.open(audience.client, port, topic, audience.tally("sse " + topic, topic, head)));
            }
            for (var topic : SOCKETS) {
                audience.ears.add(
                        SocketEar.open(audience.client, port, topic, audience.tally("ws " + topic, topic, head)));
            }
            return audience;
        } catch (Exception e) {
            audience.close();
            throw e;
        }
    }

    int size() {
        return tallies.size();
    }

    /// How far the one that is most behind is behind.
    long behind(Map<String, Long> heads) {
        return tallies.stream().mapToLong(it -> it.behind(heads)).max().orElse(0);
    }

    long heard() {
        return tallies.stream().mapToLong(Tally::heard).sum();
    }

    long gaps() {
        return tallies.stream().mapToLong(Tally::gaps).sum();
    }

    /// Those that were cut off.
    List<String> lost() {
        return tallies.stream().filter(Tally::isLost).map(Tally::name).toList();
    }

    @Override
    public void close() throws IOException {
        for (var ear : ears) {
            try {
                ear.close();
            } catch (Exception e) {
                throw new IOException("a subscriber could not be ended", e);
            }
        }
        client.shutdownNow();
    }

    private Tally tally(String name, String topic, long head) {
        var tally = new Tally(name, topic, head);
        tallies.add(tally);
        return tally;
    }
}
