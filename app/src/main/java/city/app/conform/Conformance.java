package city.app.conform;

import city.app.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// An examination of a running mind: for some time its calls pass by the examiner, who cuts the line once.
public final class Conformance {
    private static final Duration TO_START = Duration.ofSeconds(120);
    private static final Duration CUT = Duration.ofSeconds(2);

    /// A resident may be asked a while after its mind came, and a mind may think.
    private static final Duration TO_ANSWER = Duration.ofSeconds(30);

    /// After a cut a mind may wait before it tries again.
    private static final Duration TO_COME_BACK = Duration.ofSeconds(30);

    private static final Duration GLANCE = Duration.ofMillis(100);

    private final URI city;
    private final UUID agent;
    private final int port;
    private final Duration time;
    private final PrintWriter out;
    private final Exam exam = new Exam();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final long startNanos = System.nanoTime();

    /// @param port that the mind calls, 0 for a free one
    /// @param time from the mind's first answer on, without what it needs to come back
    public Conformance(URI city, UUID agent, int port, Duration time, PrintWriter out) {
        this.city = city;
        this.agent = agent;
        this.port = port;
        this.time = time;
        this.out = out;
    }

    /// @return whether the mind does what it should
    /// @throws Failure when there is no city, no such resident or no mind
    public boolean run() {
        requireResident();
        try (var relay = Relay.start(city, port, this::seen, this::millis)) {
            out.printf("start your mind for %s against %s instead of %s%n", agent, relay.url(), city);
            out.flush();
            return examine(relay);
        } catch (IOException e) {
            throw Failure.couldNotStart(
                    "port %d cannot be opened (%s); choose another with --port".formatted(port, e.getMessage()));
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
        Thread.sleep(time.dividedBy(2));
        exam.cut(millis());
        relay.cut();
        Thread.sleep(CUT);
        exam.mended(millis());
        relay.mend();
        await(exam::hasComeBack, TO_COME_BACK);
        Thread.sleep(time.dividedBy(2));
        var report = exam.verdict();
        report.lines().forEach(out::println);
        out.flush();
        return report.isFine();
    }

    /// What does not come in time is the verdict's to tell.
    private static void await(BooleanSupplier happened, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!happened.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(GLANCE);
        }
    }

    /// What it does for other residents is its own business.
    private void seen(Exchange exchange) {
        if (exchange.path().contains("/agents/" + agent + "/mind")) {
            exam.seen(exchange);
        }
        begun.countDown();
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
