package city.app.fire.crowd;

import city.app.fire.check.TickCheck;
import city.app.fire.process.Caller;
import city.app.fire.process.Run;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/// Somebody who asks a city all the time which tick it is and how it is. Safe from any thread.
public final class Witness implements AutoCloseable {
    private static final Duration GLANCE = Duration.ofMillis(50);

    /// A city that does not answer for so long is not up.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Caller caller;
    private final TickCheck ticks = new TickCheck("a witness");
    private final Thread thread = Thread.ofVirtual().name("witness").unstarted(this::look);
    private volatile boolean over;
    private volatile boolean up;
    private volatile String health = "";

    public Witness(int port) {
        this.caller = new Caller(port, PATIENCE);
    }

    public Witness start() {
        thread.start();
        return this;
    }

    public TickCheck ticks() {
        return ticks;
    }

    /// Whether it said of itself that it is ready, when last asked.
    public boolean isUp() {
        return up;
    }

    /// What it said of itself when last asked; empty when it did not answer.
    public String health() {
        return health;
    }

    /// A meter's value; -1 where it is not there or the city does not answer.
    public double meter(String name) {
        return meter(caller, name);
    }

    /// The same, asked by somebody else.
    public static double meter(Caller caller, String name) {
        try {
            var line = Pattern.compile("(?m)^%s (\\S+)$".formatted(Pattern.quote(name)))
                    .matcher(caller.ask("/prometheus").body());
            return line.find() ? Double.parseDouble(line.group(1)) : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    /// Waits until something holds.
    ///
    /// @return how long it took
    public static Duration await(String what, Duration patience, BooleanSupplier holds) {
        long start = System.nanoTime();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - start > patience.toNanos()) {
                throw new AssertionError("not within %d s: %s".formatted(patience.toSeconds(), what));
            }
            Run.rest(Duration.ofMillis(10));
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    private void look() {
        while (!over) {
            try {
                var said = caller.ask("/health/readiness");
                health = said.body();
                up = said.status() == 200;
                caller.get("/world").number("tick").ifPresent(ticks::saw);
            } catch (IOException e) {
                up = false;
                health = "";
            }
            Run.rest(GLANCE);
        }
    }
}
