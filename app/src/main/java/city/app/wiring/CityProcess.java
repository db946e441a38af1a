package city.app.wiring;

import city.app.Failure;
import city.world.kernel.engine.EndState;
import city.world.spi.Probe;
import java.io.PrintWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
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
        return new CityProcess(settings, out).live();
    }

    private int live() {
        EndState end;
        try (var folder = DataFolder.take(settings.data());
                var city = RunningCity.open(settings, folder, Probe.none())) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(city), "city-stop"));
            end = city.start().toCompletableFuture().join();
            if (end.trouble().isPresent() && !settings.headless()) {
                stayDown(end);
            }
        }
        return say(end);
    }

    /// On a signal: ends the city, lets the main thread close it and say its last line, and leaves with its exit code instead
    /// of the signal's.
    private void stop(RunningCity city) {
        signalled.countDown();
        city.stop();
        Runtime.getRuntime().halt(exitCode.join());
    }

    /// A halted city answers readers and says what is wrong until somebody stops it.
    private void stayDown(EndState end) {
        LOG.error("halted at tick {}, and waits to be stopped: {}", end.tick(), end.trouble().orElse(""));
        try {
            signalled.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
