package city.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.adapter.mqtt.catalogue.Topic;
import city.adapter.mqtt.catalogue.TopicCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the city tells over MQTT, heard by programs that are not ours.
class WatchersIT {
    /// These stand for single moves and actions above a population that no village has.
    private static final Set<String> ONLY_IN_LARGE_CITIES = Set.of("DistrictMoves", "DistrictActions");

    /// Of which nobody else hears anything.
    private static final Set<Topic.Audience> OF_MINDS = Set.of(Topic.Audience.PRIVATE, Topic.Audience.HEARD);

    @TempDir
    private static Path folder;

    private static LiveCity city;

    @BeforeAll
    static void found() throws Exception {
        assumeTrue(Programs.isInstalled("mosquitto_sub"), "mosquitto_sub is not installed");
        city = LiveCity.start(folder.resolve("city"), Map.of(), "--speed", "50");
    }

    @AfterAll
    static void end() throws Exception {
        if (city != null) {
            city.close();
        }
    }

    @Test
    void everyTopicOfTheCatalogueIsHeardAndEveryPayloadFitsItsSchema() throws Exception {
        var heard = folder.resolve("everything.txt");
        var expected = TopicCatalogue.all().stream()
                .filter(it -> !OF_MINDS.contains(it.audience()))
                .map(Topic::name)
                .filter(it -> !ONLY_IN_LARGE_CITIES.contains(it))
                .collect(Collectors.toCollection(TreeSet::new));
        var listener = subscriber(city.mqttPort(), "-V", "5", "-v", "-t", "#")
                .redirectOutput(heard.toFile())
                .start();
        try {
            Programs.await(
                    "the subscription",
                    Duration.ofSeconds(20),
                    () -> !messages(heard).isEmpty());
            trigger();
            Programs.await(
                    "every topic",
                    Duration.ofSeconds(60),
                    () -> topics(messages(heard)).containsAll(expected));
        } finally {
            listener.destroy();
            listener.waitFor();
        }

        var messages = messages(heard);
        assertThat(topics(messages)).isEqualTo(expected);
        assertThat(messages.stream().flatMap(it -> it.errors().stream())).isEmpty();
    }

    @Test
    void whoWasAwaySeesTheGapAndFillsItCompletelyFromTheLog() throws Exception {
        var before = hearTransactions();
        long last = Json.number(before.getLast(), "seq");
        for (int i = 0; i < 3; i++) {
            pay();
        }

        var after = hearTransactions();

        long until = Json.number(after.getFirst(), "prev_seq");
        assertThat(until).isGreaterThan(last);
        var missed = log("economy", last, until);
        assertThat(missed).hasSizeGreaterThanOrEqualTo(3);
        var whole = new ArrayList<>(before);
        whole.addAll(missed);
        whole.addAll(after);
        for (int i = 1; i < whole.size(); i++) {
            assertThat(Json.number(whole.get(i), "prev_seq")).isEqualTo(Json.number(whole.get(i - 1), "seq"));
        }
    }

    @Test
    void anOldClientHearsTheCityToo() throws Exception {
        var told = Programs.run(subscriber(city.mqttPort(), "-V", "311", "-t", "world/tick", "-C", "3", "-W", "30"));

        assertThat(told.exitCode()).isZero();
        assertThat(told.out()).hasSize(3);
    }

    @Test
    void theBrokerOfTheOperatorSaysOfflineWhenTheCityIsKilled() throws Exception {
        assumeTrue(Programs.isInstalled("mosquitto"), "mosquitto is not installed");
        int port = Programs.freePort();
        var mosquitto = Files.isExecutable(Path.of("/usr/sbin/mosquitto")) ? "/usr/sbin/mosquitto" : "mosquitto";
        var broker = new ProcessBuilder(mosquitto, "-p", String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("broker.txt").toFile())
                .start();
        try (var killed = LiveCity.start(
                folder.resolve("killed"), Map.of("CITY_MQTT_URL", "tcp://127.0.0.1:" + port), "--speed", "5")) {
            Programs.await("online", Duration.ofSeconds(30), () -> status(port).equals("online"));

            killed.kill();

            Programs.await("offline", Duration.ofSeconds(30), () -> status(port).equals("offline"));
        } finally {
            broker.destroy();
            broker.waitFor();
        }
    }

    private record Heard(String topic, String payload) {
        Topic known() {
            return TopicCatalogue.all().stream()
                    .filter(it -> topic.matches(it.pattern().replaceAll("\\{\\w+}", "[^/]+")))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("not in the catalogue: " + topic));
        }

        List<String> errors() {
            return Schema.errors(known().payload(), Json.object(payload), topic);
        }
    }

    private static ProcessBuilder subscriber(int port, String... words) {
        var command = new ArrayList<>(List.of("mosquitto_sub", "-h", "127.0.0.1", "-p", String.valueOf(port)));
        command.addAll(List.of(words));
        return new ProcessBuilder(command);
    }

    /// Without the last line, which may be half written.
    private static List<Heard> messages(Path file) throws Exception {
        var text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(it -> it.split(" ", 2))
                .map(it -> new Heard(it[0], it[1]))
                .toList();
    }

    private static Set<String> topics(List<Heard> messages) {
        return messages.stream().map(it -> it.known().name()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void trigger() throws Exception {
        city.planAParty();
        var place =
                "/api/v1/world/locations/" + city.ids("/api/v1/world/locations").getFirst();
        assertThat(city.post(place + "/close", "{\"reason\": \"The roof is mended\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(city.post(place + "/reopen", "").statusCode()).isEqualTo(200);
        var arrival = city.post("/api/v1/agents", "{\"name\": \"Vera Guest\", \"balance\": \"20.00\"}");
        assertThat(arrival.statusCode()).isEqualTo(201);
        var guest = city.url("/api/v1/agents/" + Json.object(arrival.body()).get("id"));
        assertThat(city.send(java.net.http.HttpRequest.newBuilder(guest).DELETE())
                        .statusCode())
                .isEqualTo(204);
        pay();
    }

    private static void pay() throws Exception {
        var accounts = Json.items(city.read("/api/v1/economy/accounts?limit=1000")).stream()
                .filter(it ->
                        it.get("kind").equals("resident") && it.get("open").equals(true))
                .sorted((a, b) -> Double.compare(balance(b), balance(a)))
                .toList();
        var paid = city.post("/api/v1/economy/transactions", """
                {"sender_id": "%s", "receiver_id": "%s", "amount": "0.01"}""".formatted(
                        accounts.getFirst().get("id"), accounts.getLast().get("id")));
        assertThat(paid.statusCode()).as(paid.body()).isEqualTo(201);
    }

    private static double balance(Map<String, Object> account) {
        return Double.parseDouble(String.valueOf(account.get("balance")));
    }

    /// A new session that hears a few transactions and goes.
    private static List<Map<String, Object>> hearTransactions() throws Exception {
        var heard = Files.createTempFile(folder, "economy", ".txt");
        var listener = subscriber(city.mqttPort(), "-V", "5", "-q", "1", "-t", "economy/#", "-C", "3")
                .redirectOutput(heard.toFile())
                .start();
        try {
            Programs.await("three transactions", Duration.ofSeconds(60), () -> {
                pay();
                return !listener.isAlive();
            });
        } finally {
            listener.destroy();
        }
        return Files.readAllLines(heard).stream().map(Json::object).toList();
    }

    private static List<Map<String, Object>> log(String topic, long after, long until) throws Exception {
        var found = new ArrayList<Map<String, Object>>();
        var next = String.valueOf(after);
        while (next != null && Long.parseLong(next) < until) {
            var page = city.read("/api/v1/events?topic=%s&after=%s&limit=50".formatted(topic, next));
            Json.items(page).stream()
                    .filter(it -> Json.number(it, "seq") <= until)
                    .forEach(found::add);
            next = page.get("next") == null ? null : String.valueOf(page.get("next"));
        }
        return found;
    }

    private static String status(int port) throws Exception {
        var told = Programs.run(subscriber(port, "-V", "5", "-t", "platform/status", "-C", "1", "-W", "2"));
        return told.out().isEmpty()
                ? ""
                : String.valueOf(Json.object(told.out().getFirst()).get("status"));
    }
}
