package city.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A running city and its surroundings, as an operator sees them.
class OperationIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static LiveCity city;

    /// Of the city when it had just become ready.
    private static List<String> loggedAtStart;

    @BeforeAll
    static void found() throws Exception {
        city = LiveCity.start(folder.resolve("city"), Map.of(), "--speed", "50");
        loggedAtStart = Files.readAllLines(folder.resolve("city.err"));
    }

    @AfterAll
    static void end() throws Exception {
        if (city != null) {
            city.close();
        }
    }

    @Test
    void everyMeterKeepsTheConventionsAndWhatIsPromisedIsThere() throws Exception {
        var meters = settledMeters();

        assertThat(MeterLint.complaints(meters)).isEmpty();
        assertThat(meters)
                .contains(
                        "city_tick_seconds_bucket{phase=\"world\"",
                        "city_tick_seconds_bucket{phase=\"economy\"",
                        "city_tick_seconds_bucket{phase=\"agents\"",
                        "city_tick_lag_seconds_count",
                        "city_commit_seconds_count",
                        "city_thread_cpu_seconds_total{thread=\"city\"}",
                        "city_thread_allocated_bytes_total{thread=\"shards\"}",
                        "city_events_total ",
                        "city_agents{status=\"active\"}",
                        "city_agents{status=\"sleeping\"}",
                        "city_decisions_total{outcome=\"done\",tier=\"routine\"}",
                        "city_decision_seconds_count{tier=\"routine\"}",
                        "city_transactions_total{outcome=\"done\",type=\"purchase\"}",
                        "city_wealth_mean ",
                        "city_wealth_gini ",
                        "city_follower_lag_events{follower=\"mqtt\"}",
                        "city_invariant_violations_total 0",
                        "http_server_requests_seconds{",
                        "jvm_memory_used_bytes{");
    }

    @Test
    void promtoolHasNothingToSay() throws Exception {
        assumeTrue(Programs.isInstalled("promtool"), "promtool is not installed");
        var promtool = new ProcessBuilder("promtool", "check", "metrics")
                .redirectErrorStream(true)
                .start();
        try (var in = promtool.getOutputStream()) {
            in.write(settledMeters().getBytes(StandardCharsets.UTF_8));
        }

        assertThat(new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(promtool.waitFor()).isZero();
    }

    @Test
    void theStartScreenFitsAScreenAndNothingStandsBeforeIt() throws Exception {
        var said = Files.readAllLines(folder.resolve("city.out"));

        assertThat(said).hasSizeLessThanOrEqualTo(24);
        assertThat(said.getFirst()).contains("'default'", "seed");
        assertThat(String.join("\n", said))
                .contains("200 residents")
                .contains("dashboard", "/swagger-ui", "/api/v1/events/stream", "mosquitto_sub", "/prometheus")
                .contains("language models", "login")
                .contains(city.data().toString());
        assertThat(loggedAtStart).allMatch(it -> it.startsWith("WARNING: "), "are the JVM's own warnings");
    }

    @Test
    void aDatabaseThatIsKilledComesBackAndTheCityGoesOn() throws Exception {
        long postmaster = Long.parseLong(city.postmaster().getFirst());
        var port = city.postmaster().get(3);

        assertThat(ProcessHandle.of(postmaster).orElseThrow().destroyForcibly()).isTrue();
        Programs.await(
                "another database",
                PATIENCE,
                () -> !city.postmaster().isEmpty()
                        && !city.postmaster().getFirst().equals(String.valueOf(postmaster)));
        Programs.await("the city", PATIENCE, () -> city.get("/health/readiness").statusCode() == 200);
        long tick = Json.number(city.read("/api/v1/world"), "tick");
        Programs.await("ticks", PATIENCE, () -> Json.number(city.read("/api/v1/world"), "tick") > tick + 10);

        assertThat(city.postmaster().get(3)).isEqualTo(port);
        assertThat(city.get("/api/v1/economy/transactions?limit=1").statusCode())
                .isEqualTo(200);
    }

    @Test
    void theDoctorFindsAFreeMachineWellAndSaysWhoRunsHere() throws Exception {
        var free = Programs.run(Programs.city(
                "doctor", "--data", folder.resolve("none").toString(), "--port", "0", "--mqtt-port", "0"));
        var here = Programs.run(Programs.city(
                "doctor",
                "--data",
                city.data().toString(),
                "--port",
                String.valueOf(city.httpPort()),
                "--mqtt-port",
                String.valueOf(city.mqttPort())));

        assertThat(free.exitCode()).as("%s", free.out()).isZero();
        assertThat(free.out()).anyMatch(it -> it.matches("ok +database +PostgreSQL .* unpacks and starts"));
        assertThat(free.out()).last().isEqualTo("ready to run");
        assertThat(folder.resolve("none")).doesNotExist();
        assertThat(here.out()).anyMatch(it -> it.startsWith("warn  holder") && it.contains("in use by process "));
        assertThat(here.out()).anyMatch(it -> it.matches("ok +http port +\\d+ is used by the city that runs here"));
    }

    @Test
    void theDoctorSaysWhatIsInTheWay() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "no folder");
        var sick = Programs.city(
                "doctor", "--data", file.toString(), "--port", String.valueOf(city.httpPort()), "--mqtt-port", "0");
        sick.environment().put("CITY_POSTGRES_URL", "postgresql://ann:sesame@127.0.0.1:1/city");

        var told = Programs.run(sick);

        assertThat(told.exitCode()).isEqualTo(1);
        assertThat(told.out())
                .anyMatch(it -> it.startsWith("fail  folder") && it.contains("is a file"))
                .anyMatch(it -> it.startsWith("fail  http port") && it.contains("choose another with --port"))
                .anyMatch(it -> it.startsWith("fail  database") && it.contains("refused"))
                .noneMatch(it -> it.contains("sesame"));
        assertThat(told.out()).last().asString().startsWith("not ready to run");
    }

    /// The meters after a first purchase and a first request, which is when all of them are there.
    private static String settledMeters() throws Exception {
        Programs.await(
                "a purchase", PATIENCE, () -> city.get("/prometheus").body().contains("type=\"purchase\""));
        return city.get("/prometheus").body();
    }
}
