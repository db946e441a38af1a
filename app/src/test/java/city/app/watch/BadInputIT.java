package city.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.app.PackedCity;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What happens to those who hand the city rubbish: they are told what is wrong, and nothing else happens.
class BadInputIT {
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";
    private static final String PAY = "/api/v1/economy/transactions";
    private static final String AGENTS = "/api/v1/agents";

    @TempDir
    private static Path folder;

    private static LiveCity city;

    @BeforeAll
    static void found() throws Exception {
        city = LiveCity.start(folder.resolve("city"), Map.of(), "--speed", "20", "--require-tokens");
    }

    @AfterAll
    static void end() throws Exception {
        if (city != null) {
            city.close();
        }
    }

    @Test
    void wrongRequestsAreExplainedAndChangeNothing() throws Exception {
        city.post("/api/v1/world/clock/pause", "");
        var people = city.ids(AGENTS);
        var ann = people.get(0);
        var bob = people.get(1);
        letTheTickInHandEnd(ann, bob);
        var sequence = sequence();
        var accounts = city.get("/api/v1/economy/accounts?limit=1000").body();

        var softly = new SoftAssertions();
        for (var bad : requests(ann, bob)) {
            bad.check(softly);
        }
        softly.assertAll();

        assertThat(sequence()).isEqualTo(sequence);
        assertThat(city.get("/api/v1/economy/accounts?limit=1000").body()).isEqualTo(accounts);
        city.post("/api/v1/world/clock/resume", "");
    }

    /// An order is answered after whatever was under way when the clock was paused.
    private static void letTheTickInHandEnd(String from, String to) throws Exception {
        var tooMuch = "{\"sender_id\":\"%s\",\"receiver_id\":\"%s\",\"amount\":\"90000000.00\"}".formatted(from, to);
        assertThat(city.post(PAY, tooMuch).statusCode()).isBetween(400, 499);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 | run --speed 0                     | --speed
            2 | run --speed fast                  | --speed
            2 | run --seed one                    | --seed
            2 | run --port 70000                  | --port
            2 | run --mqtt-port nine              | --mqtt-port
            2 | run --host 0.0.0.0                | --host
            2 | run --frobnicate                  | --frobnicate
            2 | fly                               | fly
            3 | verify --data FOLDER/nowhere      | nowhere
            3 | replay --data FOLDER/nowhere      | nowhere
            3 | run --data FOLDER/file            | FOLDER/file
            3 | run --data CITY                   | is in use by process
            3 | verify --data CITY                | is in use by process
            2 | token --data CITY --agent ann     | --agent
            3 | token --data FOLDER/nowhere --agent NOBODY | nowhere
            1 | token --data CITY --agent NOBODY --revoke  | no token was issued
            2 | conform --agent NOBODY --seconds 1         | --seconds
            2 | conform --agent NOBODY --mqtt-url http://x       | --mqtt-url
            2 | conform --agent NOBODY --listen-mqtt 70000      | --listen-mqtt
            3 | conform --agent NOBODY --url http://127.0.0.1:1 | no city answers
            """)
    void wrongWordsAreExplainedInOneLine(int exitCode, String words, String named) throws Exception {
        Files.writeString(folder.resolve("file"), "no folder");

        assertOneLine(exitCode, Programs.city(spelled(words).split(" ")), spelled(named));
    }

    @Test
    void takenPortsAreNamed() throws Exception {
        var data = folder.resolve("third").toString();
        var http = String.valueOf(city.httpPort());
        var mqtt = String.valueOf(city.mqttPort());

        assertOneLine(3, Programs.city("run", "--data", data, "--port", http, "--mqtt-port", "0"), http);
        assertOneLine(3, Programs.city("run", "--data", data, "--port", "0", "--mqtt-port", mqtt), mqtt);
        assertThat(folder.resolve("third/pg")).doesNotExist();
    }

    @Test
    void anotherSeedThanTheCitysIsRefused() throws Exception {
        var data = folder.resolve("fourth").toString();
        assertThat(Programs.run(Programs.city("run", "--data", data, "--ticks", "0", "--headless"))
                        .exitCode())
                .isZero();

        assertOneLine(2, Programs.city("run", "--data", data, "--seed", "77", "--headless"), "seed");
    }

    @Test
    void aFolderWithoutACityIsNotVerified() throws Exception {
        var empty = Files.createDirectories(folder.resolve("empty")).toString();

        assertOneLine(3, Programs.city("verify", "--data", empty), "no city");
        assertOneLine(3, Programs.city("replay", "--data", empty), "no city");
    }

    @Test
    void aDatabaseThatCannotBeUsedIsExplainedWithoutItsPassword() throws Exception {
        var words = new String[] {
            "run", "--headless", "--data", folder.resolve("other").toString()
        };
        var away = Programs.city(words);
        away.environment().put("CITY_POSTGRES_URL", "postgresql://ann:sesame@127.0.0.1:1/city");
        var locked = Programs.city(words);
        locked.environment()
                .put(
                        "CITY_POSTGRES_URL",
                        "postgresql://city:sesame@127.0.0.1:%s/city"
                                .formatted(city.postmaster().get(3)));
        var nonsense = Programs.city(words);
        nonsense.environment().put("CITY_POSTGRES_URL", "mysql://ann:sesame@127.0.0.1/city");

        assertOneLine(3, away, "database");
        assertOneLine(3, locked, "database");
        assertOneLine(2, nonsense, "CITY_POSTGRES_URL");
    }

    @Test
    void everyErrorOfAScenarioIsALineWithItsPlace() throws Exception {
        var scenario = Files.writeString(folder.resolve("wrong.yml"), """
                name: Wrong
                seed: 1
                colour: blue
                residents:
                  - {name: Ann, home: Nowhere}
                """);

        var told = Programs.run(Programs.city(
                "run", "--headless", "--data", folder.resolve("wrong").toString(), "--scenario", scenario.toString()));

        assertThat(told.exitCode()).isEqualTo(2);
        assertThat(told.err().stream().filter(it -> it.startsWith("city: ")))
                .hasSizeGreaterThan(1)
                .allMatch(it -> it.contains("wrong.yml:"))
                .anyMatch(it -> it.contains("colour") && it.contains("wrong.yml:3"));
    }

    @Test
    void anOldJavaSaysSoInOneLine() throws Exception {
        var old = Path.of("/usr/lib/jvm/java-17-openjdk-amd64/bin/java");
        assumeTrue(Files.isExecutable(old), "there is no Java 17 here");

        assertOneLine(3, new ProcessBuilder(old.toString(), "-jar", PackedCity.JAR.toString(), "run"), "Java 25");
    }

    private record Bad(int status, String field, String method, String path, String body, String contentType) {
        static Bad get(int status, String field, String path) {
            return new Bad(status, field, "GET", path, "", "application/json");
        }

        static Bad post(int status, String field, String path, String body) {
            return new Bad(status, field, "POST", path, body, "application/json");
        }

        void check(SoftAssertions softly) throws Exception {
            var answer = city.send(HttpRequest.newBuilder(city.url(path))
                    .header("Content-Type", contentType)
                    .method(method, BodyPublishers.ofString(body)));
            var what = "%s %s %.200s: %s".formatted(method, path, body, answer.body());
            softly.assertThat(answer.statusCode()).as(what).isEqualTo(status);
            softly.assertThat(type(answer)).as(what).isEqualTo("application/problem+json");
            softly.assertThat(answer.body()).as(what).doesNotContain("Exception", "city.adapter", "io.micronaut");
            if (!field.isEmpty()) {
                softly.assertThat(answer.body()).as(what).contains("\"field\":\"" + field + "\"");
            }
        }

        private static String type(HttpResponse<String> answer) {
            return answer.headers().firstValue("Content-Type").orElse("none");
        }
    }

    private static List<Bad> requests(String ann, String bob) {
        var bad = new ArrayList<Bad>();
        bad.addAll(payments(ann, bob));
        bad.addAll(arrivals());
        bad.addAll(reads());
        bad.add(Bad.post(404, "", AGENTS + "/" + NOBODY + "/stop", ""));
        bad.add(Bad.post(422, "type", AGENTS + "/" + ann + "/actions", "{\"type\": \"fly\"}"));
        bad.add(new Bad(422, "balance", "PATCH", AGENTS + "/" + ann, "{\"balance\": \"9.00\"}", "application/json"));
        bad.add(new Bad(404, "", "DELETE", AGENTS + "/" + NOBODY, "", "application/json"));
        bad.add(new Bad(405, "", "PUT", AGENTS, "{}", "application/json"));
        bad.add(Bad.get(401, "", AGENTS + "/" + ann + "/mind/questions"));
        bad.add(Bad.post(422, "speed", "/api/v1/world/clock/speed", "{\"speed\": -1}"));
        bad.add(Bad.post(422, "ticks", "/api/v1/world/clock/step", "{\"ticks\": 1.5}"));
        bad.add(Bad.post(404, "", "/api/v1/world/locations/" + NOBODY + "/close", "{\"reason\": \"x\"}"));
        return bad;
    }

    private static List<Bad> payments(String ann, String bob) {
        return List.of(
                Bad.post(422, "amount", PAY, payment(ann, bob, "\"-1.00\"")),
                Bad.post(422, "amount", PAY, payment(ann, bob, "1.5")),
                Bad.post(422, "amount", PAY, payment(ann, bob, "\"1.001\"")),
                Bad.post(422, "receiver_id", PAY, payment(ann, ann, "\"1.00\"")),
                Bad.post(422, "receiver_id", PAY, payment(ann, "bob", "\"1.00\"")),
                Bad.post(422, "colour", PAY, payment(ann, bob, "\"1.00\", \"colour\": 1")),
                Bad.post(422, "memo", PAY, payment(ann, bob, "\"1.00\", \"memo\": [1]")),
                Bad.post(404, "sender_id", PAY, payment(NOBODY, bob, "\"1.00\"")),
                Bad.post(404, "receiver_id", PAY, payment(ann, NOBODY, "\"1.00\"")),
                Bad.post(409, "", PAY, payment(ann, bob, "\"999999999999999.00\"")),
                Bad.post(400, "", PAY, "{\"amount\": "),
                Bad.post(400, "", PAY, "[]"),
                Bad.post(400, "", PAY, ""),
                Bad.post(400, "", PAY, "[".repeat(100_000)),
                Bad.post(413, "", PAY, payment(ann, bob, "\"1.00\", \"memo\": \"" + "x".repeat(1_200_000) + "\"")),
                new Bad(415, "", "POST", PAY, payment(ann, bob, "\"1.00\""), "text/plain"));
    }

    private static List<Bad> arrivals() {
        return List.of(
                Bad.post(422, "name", AGENTS, "{}"),
                Bad.post(422, "name", AGENTS, "{\"name\": 5}"),
                Bad.post(422, "name", AGENTS, "{\"name\": \"\\u0000\"}"),
                Bad.post(422, "balance", AGENTS, "{\"name\": \"A\", \"balance\": \"-5.00\"}"),
                Bad.post(422, "traits.openness", AGENTS, "{\"name\": \"A\", \"traits\": {\"openness\": 101}}"),
                Bad.post(422, "home", AGENTS, "{\"name\": \"A\", \"home\": \"" + NOBODY + "\"}"),
                Bad.post(422, "job", AGENTS, "{\"name\": \"A\", \"job\": \"" + NOBODY + "\"}"));
    }

    private static List<Bad> reads() {
        return List.of(
                Bad.get(404, "", AGENTS + "/" + NOBODY),
                Bad.get(400, "id", AGENTS + "/nobody"),
                Bad.get(400, "limit", AGENTS + "?limit=0"),
                Bad.get(400, "limit", AGENTS + "?limit=many"),
                Bad.get(400, "cursor", AGENTS + "?cursor=zzz"),
                Bad.get(400, "cursor", PAY + "?cursor=-1"),
                Bad.get(400, "status", AGENTS + "?status=happy"),
                Bad.get(400, "district", AGENTS + "?district=q"),
                Bad.get(400, "after", "/api/v1/events?after=-1"),
                Bad.get(400, "after", "/api/v1/events/stream?after=999999999999"),
                Bad.get(404, "", "/api/v1/firms/" + NOBODY),
                Bad.get(404, "", "/nowhere"));
    }

    private static String payment(String from, String to, String amount) {
        return "{\"sender_id\": \"%s\", \"receiver_id\": \"%s\", \"amount\": %s}".formatted(from, to, amount);
    }

    private static long sequence() throws Exception {
        return city.get("/api/v1/world")
                .headers()
                .firstValueAsLong("City-Sequence")
                .orElseThrow();
    }

    private static String spelled(String words) {
        return words.replace("FOLDER", folder.toString())
                .replace("NOBODY", NOBODY)
                .replace("CITY", city.data().toString());
    }

    private static void assertOneLine(int exitCode, ProcessBuilder builder, String named) throws Exception {
        var told = Programs.run(builder);
        var said = told.err().stream().filter(it -> it.startsWith("city: ")).toList();

        assertThat(told.err()).as("%s", builder.command()).noneMatch(it -> it.startsWith("\tat "));
        assertThat(said).as("%s said %s", builder.command(), told.err()).hasSize(1);
        assertThat(said.getFirst()).contains(named).doesNotContain("Exception", "sesame", "\tat ");
        assertThat(told.exitCode()).isEqualTo(exitCode);
    }
}
