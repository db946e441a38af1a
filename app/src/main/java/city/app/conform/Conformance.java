package city.app.conform;

import city.app.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// An examination of a running mind: for some time what it says and hears passes by the examiner,
/// who cuts the line once.
public final class Conformance {
    private static final Duration TO_START = Duration.ofSeconds(120);
    private static final Duration CUT = Duration.ofSeconds(2);

    /// A resident may be asked a while after its mind came, and a mind may think.
    private static final Duration TO_ANSWER = Duration.ofSeconds(30);

    /// After a cut a mind may wait before it tries again.
    private static final Duration TO_COME_BACK = Duration.ofSeconds(30);

    private static final int HTTP_PORT = 80;
    private static final int MQTT_PORT = 1883;
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final URI city;
    private final UUID agent;
    private final URI broker;
    private final Ports ports;
    private final Duration time;
    private final PrintWriter out;
    private final Exam exam = new Exam(this::millis);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final long startNanos = System.nanoTime();

    /// That the mind calls instead of the city's; 0 for a free one.
    public record Ports(int http, int mqtt) {}

    /// @param broker as `tcp://host:1883`
    /// @param time   from the mind's first answer on, without what it needs to come back
    public Conformance(URI city, URI broker, UUID agent, Ports ports, Duration time, PrintWriter out) {
        this.city = city;
        this.broker = broker;
        this.agent = agent;
        this.ports = ports;
        this.time = time;
        this.out = out;
    }

    /// @return whether the mind does what it should
    /// @throws Failure when there is no city, no such resident or no mind
    public boolean run() {
        requireResident();
        try (var relay = new Relay(exam, begun::countDown)) {
            int http = relay.listen(
                    ports.http(), address(city, HTTP_PORT), (mind, it) -> new HttpLine(exam, mind, it, city, agent));
            int mqtt = relay.listen(
                    ports.mqtt(), address(broker, MQTT_PORT), (mind, it) -> new MqttLine(exam, mind, it, agent));
            out.printf("start your mind for %s%n", agent);
            out.printf("against http://%s:%d instead of %s, also for its WebSocket,%n", Relay.HOST, http, city);
            out.printf("and tcp://%s:%d instead of %s where it speaks MQTT%n", Relay.HOST, mqtt, broker);
            out.flush();
            return examine(relay);
        } catch (IOException e) {
            throw Failure.couldNotStart("%s; choose another by --listen or --listen-mqtt".formatted(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.doesNotHold("the examination was broken off");
        }
    }

    private boolean examine(Relay relay) throws InterruptedException {
        if (!begun.await(TO_START.toSeconds(), TimeUnit.SECONDS)) {
            throw Failure.doesNotHold("no mind called within %d s".formatted(TO_START.toSeconds()));
        }
        await(exam::hasAnswered, TO_ANSWER);
        if (exam.hasLooked()) {
            watch(relay);
        }
        var report = exam.verdict();
        report.lines().forEach(out::println);
        out.flush();
        return report.isFine();
    }

    private void watch(Relay relay) throws InterruptedException {
        Thread.sleep(time.dividedBy(2));
        exam.cut();
        relay.cut();
        Thread.sleep(CUT);
        exam.mended();
        relay.mend();
        await(exam::hasComeBack, TO_COME_BACK);
        Thread.sleep(time.dividedBy(2));
    }

    /// What does not come in time is the verdict's to tell.
    private static void await(BooleanSupplier happened, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!happened.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(GLANCE);
        }
    }

    private static InetSocketAddress address(URI url, int usualPort) {
        return new InetSocketAddress(url.getHost(), url.getPort() < 0 ? usualPort : url.getPort());
    }

    private long millis() {
        return Duration.ofNanos(System.nanoTime() - startNanos).toMillis();
    }

    private void requireResident() {
        var request = HttpRequest.newBuilder(URI.create(city + "/api/v1/agents/" + agent))
                .timeout(Duration.ofSeconds(10))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status == 404) {
                throw Failure.wrongUsage("--agent: nobody in the city at %s has the id %s".formatted(city, agent));
            }
            if (status != 200) {
                throw Failure.couldNotStart("the city at %s answers %d; ask it for its health".formatted(city, status));
            }
        } catch (IOException e) {
            throw Failure.couldNotStart(
                    "no city answers at %s; start one with ./city run, or name it by --url".formatted(city));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.couldNotStart("the examination was broken off");
        }
    }
}
