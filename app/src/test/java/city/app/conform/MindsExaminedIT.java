package city.app.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.app.conform.MqttWire.Ending;
import city.app.conform.Wire.Address;
import city.app.conform.Wire.Protocol;
import city.app.tokens.TokenFile;
import city.app.watch.LiveCity;
import city.app.watch.Programs;
import city.world.ResidentId;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Minds of every protocol and every fault, and the examples, each for a resident of its own, are examined at the same
/// time, before the city goes to bed. Of each it is told what it does wrong, and nothing else.
class MindsExaminedIT {
    private static final Map<String, Protocol> PROTOCOLS = Map.of(
            "HTTP",
            HttpWire::new,
            "WebSocket",
            SocketWire::new,
            "MQTT",
            it -> new MqttWire(it, Ending.OUTCOME),
            "MQTT with a response topic",
            it -> new MqttWire(it, Ending.REPLY));

    @TempDir
    private static Path folder;

    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
    private static LiveCity city;
    private static TokenFile tokens;
    private static Iterator<String> residents;

    @BeforeAll
    static void found() throws Exception {
        var words = new String[] {"--scenario", "town", "--residents", "80", "--seed", "7", "--speed", "2"};
        city = LiveCity.start(folder.resolve("city"), Map.of(), words);
        tokens = TokenFile.of(city.data(), false);
        residents = city.ids("/api/v1/agents?limit=80").iterator();
    }

    @AfterAll
    static void end() throws Exception {
        THREADS.shutdownNow();
        if (city != null) {
            city.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> ofEachMindItIsToldWhatItDoesWrong() throws Exception {
        var tests = new ArrayList<DynamicTest>();
        for (var protocol : PROTOCOLS.entrySet()) {
            for (var fault : Fault.values()) {
                var what = protocol.getKey() + ": " + fault;
                tests.add(examined(what, protocol.getValue(), fault, kinds(protocol.getKey(), fault)));
            }
        }
        tests.add(examined("MQTT: deaf", it -> new MqttWire(it, Ending.NOT), Fault.NONE, Set.of("deaf")));
        for (var program : List.of("python3 mind.py", "node mind.mjs", java() + " Mind.java")) {
            tests.add(examined(program));
        }
        return tests.stream();
    }

    private static Set<String> kinds(String protocol, Fault fault) {
        return switch (fault) {
            case NONE -> Set.of();
            case MALFORMED_ACTION -> Set.of("malformed");
            case ANOTHER_QUESTION, INVENTED_PLACE -> Set.of("unknown");
            case AGAIN -> Set.of("twice");
            case SLOW, SPEECHLESS_NOW_AND_THEN -> Set.of("late");
            case BLIND -> Set.of("refused");
            case RESTLESS -> Set.of("hasty");
            case UNRULY -> Set.of(protocol.equals("HTTP") ? "malformed" : "ended");
            case WITHOUT_ITS_TOKEN -> Set.of("token", "silent");
            case GONE_AFTER_A_CUT -> Set.of("gone");
        };
    }

    /// Begins at once, so that all go on together.
    private static DynamicTest examined(String what, Protocol protocol, Fault fault, Set<String> kinds)
            throws Exception {
        var resident = residents.next();
        var token = tokens.issue(new ResidentId(UUID.fromString(resident)));
        var examination = begin(resident);
        var address = examination.address(resident, fault == Fault.WITHOUT_ITS_TOKEN ? "city_guess" : token);
        var mind = THREADS.submit(new Mind(protocol, address, fault));
        return DynamicTest.dynamicTest(what, () -> {
            boolean isFine = examination.isFine();
            mind.cancel(true);

            assertThat(examination.kinds())
                    .as("%s: %s", what, examination.lines())
                    .isEqualTo(kinds);
            assertThat(isFine).isEqualTo(kinds.isEmpty());
        });
    }

    /// An example, where there is what it runs on.
    private static DynamicTest examined(String program) throws Exception {
        var words = program.split(" ");
        boolean isThere = Path.of(words[0]).isAbsolute() || Programs.isInstalled(words[0]);
        if (!isThere) {
            return DynamicTest.dynamicTest(program, () -> assumeTrue(false, words[0] + " is not installed"));
        }
        var resident = residents.next();
        var examination = begin(resident);
        var mind = example(words, examination.address(resident, ""));
        return DynamicTest.dynamicTest(words[1], () -> {
            try {
                boolean isFine = examination.isFine();

                assertThat(isFine).as("%s: %s", program, examination.lines()).isTrue();
            } finally {
                mind.destroy();
                mind.waitFor();
            }
        });
    }

    private static Process example(String[] words, Address address) throws Exception {
        var command = new ArrayList<>(List.of(words));
        command.addAll(List.of(address.http(), address.agent()));
        return new ProcessBuilder(command)
                .directory(Path.of("../docs/examples").toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(words[1] + ".out").toFile())
                .start();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Examination begin(String resident) throws Exception {
        var broker = URI.create("tcp://127.0.0.1:" + city.mqttPort());
        return Examination.begin(city.url(""), broker, UUID.fromString(resident), THREADS);
    }
}
