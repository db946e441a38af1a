package city.app.wiring;

import city.adapter.metrics.CityThreads;
import city.adapter.metrics.MeterProbe;
import city.adapter.metrics.Meters;
import city.adapter.metrics.MindMeters;
import city.agents.MindReads;
import city.agents.MindReport;
import city.agents.spi.OutsideLimits;
import city.app.Failure;
import city.app.tokens.TokenFile;
import city.world.kernel.engine.EndState;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The life of the process that runs a city, from the command line to the last line.
public final class CityProcess {
    private static final Logger LOG = LoggerFactory.getLogger(CityProcess.class);

    private final RunSettings settings;
    private final PrintWriter out;
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private final CountDownLatch signalled = new CountDownLatch(1);

    private CityProcess(RunSettings settings, PrintWriter out) {
        this.settings = settings;
        this.out = out;
    }

    /// Runs until the tick that was asked for, or until a signal.
    ///
    /// @return the exit code
    /// @throws Failure when the city cannot start
    public static int run(RunSettings settings, PrintWriter out) {
        var process = new CityProcess(settings, out);
        try {
            return process.live();
        } catch (RuntimeException | Error e) {
            process.fall(e);
            throw e;
        }
    }

    private int live() {
        EndState end;
        try (var folder = DataFolder.take(settings.data())) {
            var foundation = new Foundation(folder, settings.founding());
            foundation.requireSound();
            requireFreePorts();
            end = live(folder, foundation);
        }
        return say(end);
    }

    private EndState live(DataFolder folder, Foundation foundation) {
        var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Meters.tidy(meters);
        CityThreads.bind(meters);
        var probe = new MeterProbe(meters);
        var asked = new MindMeters(meters);
        var speakers = TokenFile.of(settings.data(), settings.requireTokens());
        try (var frames = settings.headless() ? null : DoorFrames.begin(settings, speakers, meters);
                var city = RunningCity.open(settings, folder, foundation, probe);
                var memory = Remembering.start(settings, city, folder, meters);
                var minds = settings.models()
                        .map(it -> Minds.open(it, city, memory.memories(), asked, meters))
                        .orElse(null)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(city), "city-stop"));
            if (frames != null) {
                // A port that is taken is said before the city lives on.
                frames.broker();
            }
            if (settings.stopAtTick().isEmpty()) {
                // The first tick and the doors take seconds each in code that never ran before, on two processors.
                // Whoever wants so many ticks and no more wants to see them all.
                city.start();
            }
            MindReads report = () -> new MindReport(
                    Optional.ofNullable(minds).map(Minds::report),
                    memory.embedder(),
                    asked.questions(),
                    probe.decisions());
            var limits = Optional.ofNullable(minds).map(Minds::outsideLimits).orElse(OutsideLimits.NONE);
            try (var doors = frames == null
                    ? null
                    : Doors.open(settings, city, memory.memories(), speakers, report, limits, meters, frames)) {
                announce(folder, city, doors);
                var end = end(city);
                if (end.trouble().isPresent() && doors != null) {
                    doors.fallSilent();
                    stayDown(end);
                }
                return end;
            } catch (RuntimeException e) {
                city.end();
                throw e;
            }
        }
    }

    /// Waits for the end of the city. One whose thread broke shows nothing any more: the process ends, and may
    /// be started anew.
    private static EndState end(RunningCity city) {
        try {
            return city.start().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw Failure.doesNotHold("the city's thread broke, and the city ended: " + e.getCause());
        }
    }

    /// What is wrong with the ports is said before anything is started or founded. One may still be taken until it is
    /// opened.
    private void requireFreePorts() {
        settings.redis().ifPresent(Projections::requireSound);
        if (!settings.headless()) {
            Ports.requireFree(settings.host(), settings.port(), "--port");
            settings.broker().ifPresent(Doors::requireSound);
            if (settings.broker().isEmpty()) {
                Ports.requireFree(settings.host(), settings.mqttPort(), "--mqtt-port");
            }
        }
    }

    /// Tells tools, in the run file, and people, on a screen of text, where to look.
    private void announce(DataFolder folder, RunningCity city, @Nullable Doors doors) {
        long pid = ProcessHandle.current().pid();
        if (doors == null) {
            folder.writeRunFile("{\"pid\": %d}%n".formatted(pid));
            return;
        }
        folder.writeRunFile(
                "{\"pid\": %d, \"port\": %d, \"mqtt_port\": %d}%n".formatted(pid, doors.httpPort(), doors.mqttPort()));
        var http = Doors.httpUrl(settings.host(), doors.httpPort());
        out.print(new StartScreen(settings, city).text(http, doors.mqttUrl()));
        out.flush();
    }

    /// On a signal: ends the city, lets the main thread close it and say its last line, and leaves with its exit code
    /// instead of the signal's.
    private void stop(RunningCity city) {
        signalled.countDown();
        city.stop();
        Runtime.getRuntime().halt(exitCode.join());
    }

    /// A halted city answers readers and says what is wrong until somebody stops it.
    private void stayDown(EndState end) {
        LOG.error(
                "halted at tick {}, and waits to be stopped: {}",
                end.tick(),
                end.trouble().orElse(""));
        try {
            signalled.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whoever waits for the exit code, as the end on a signal does, must get one although the city could not close.
    private void fall(Throwable reason) {
        if (signalled.getCount() == 0) {
            LOG.error("the city could not be ended in good order", reason);
        }
        exitCode.complete(reason instanceof Failure failure ? failure.exitCode() : Failure.DOES_NOT_HOLD);
    }

    private int say(EndState end) {
        end.trouble().ifPresent(it -> LOG.error("halted: {}", it));
        out.printf("stopped at tick %d, state %s%n", end.tick(), end.stateHash());
        out.flush();
        int code = end.trouble().isPresent() ? Failure.DOES_NOT_HOLD : 0;
        exitCode.complete(code);
        return code;
    }
}
