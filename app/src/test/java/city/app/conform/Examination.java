package city.app.conform;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// `./city conform` in this process, beside others.
final class Examination {
    private static final Duration TIME = Duration.ofSeconds(8);
    private static final Duration TO_LISTEN = Duration.ofSeconds(30);
    private static final Pattern HTTP = Pattern.compile("against (http://\\S+) instead");
    private static final Pattern MQTT = Pattern.compile("and (tcp://\\S+) instead");
    private static final Pattern WRONG = Pattern.compile("wrong {2}(\\w+) .*");

    private final StringWriter said = new StringWriter();
    private final Future<Boolean> isFine;

    private Examination(URI city, URI broker, UUID agent, ExecutorService threads) {
        var conformance =
                new Conformance(city, broker, agent, new Conformance.Ports(0, 0), TIME, new PrintWriter(said, true));
        isFine = threads.submit(conformance::run);
    }

    static Examination begin(URI city, URI broker, UUID agent, ExecutorService threads) {
        return new Examination(city, broker, agent, threads);
    }

    /// Where the mind is to call.
    Wire.Address address(String agent, String token) throws Exception {
        long end = System.nanoTime() + TO_LISTEN.toNanos();
        while (!MQTT.matcher(said.toString()).find()) {
            if (isFine.isDone() || System.nanoTime() > end) {
                throw new AssertionError("it does not listen: " + isFine.resultNow());
            }
            Thread.sleep(20);
        }
        return new Wire.Address(first(HTTP), first(MQTT), agent, token);
    }

    /// Waits for its end.
    boolean isFine() throws ExecutionException, InterruptedException {
        return isFine.get();
    }

    List<String> lines() {
        return said.toString().lines().toList();
    }

    Set<String> kinds() {
        return lines().stream()
                .map(WRONG::matcher)
                .filter(it -> it.matches())
                .map(it -> it.group(1))
                .collect(Collectors.toSet());
    }

    private String first(Pattern pattern) {
        return pattern.matcher(said.toString())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
