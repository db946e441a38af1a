package city.agents.application.minds;

import city.agents.spi.EarlierReplies.EarlierReply;
import city.world.ResidentId;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// When those who said something in the first city of a fork say it again: each in the tick, and there in the place, in
/// which the first city's journal has it, for two answers that change ticks or places make two cities. No tick is to
/// begin before all who spoke before it there have spoken here, or will not. Nobody waits for whoever was not asked
/// again, or sees something else; and nobody for a machine on which nothing happens for {@link #PATIENCE}, after which
/// all go their own ways.
///
/// Safe from any thread. Looks at nothing but memory, for the city thread asks it before every tick.
final class Timetable {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Timetable.class);

    /// Who looks less often than this was not waiting for anybody.
    private static final Duration CLOCK_STOOD = Duration.ofSeconds(1);

    private final long lastTick;
    private final LongSupplier nanos;

    /// By when they come.
    private final TreeMap<Turn, Appointment> ahead = new TreeMap<>();

    /// Of the tick that is heard of next.
    private final Map<Asked, Appointment> unclaimed = new HashMap<>();

    private long heardTick = -1;
    private int underWay;
    private long changedAt;
    private long lookedAt;
    private boolean over;

    /// @param lastTick after which nothing is known; below 0 for a city that is no fork
    Timetable(long lastTick, LongSupplier nanos) {
        this.lastTick = lastTick;
        this.nanos = nanos;
        this.changedAt = nanos.getAsLong();
        this.over = lastTick < 0;
    }

    private record Asked(ResidentId resident, long tick) {
        static Asked of(EarlierReply reply) {
            return new Asked(reply.thought().resident(), reply.thought().tick());
        }
    }

    private record Turn(long tick, long ordinal) implements Comparable<Turn> {
        private static final Comparator<Turn> ORDER =
                Comparator.comparingLong(Turn::tick).thenComparingLong(Turn::ordinal);

        static Turn of(EarlierReply reply) {
            return new Turn(reply.givenAt(), reply.ordinal());
        }

        @Override
        public int compareTo(Turn other) {
            return ORDER.compare(this, other);
        }
    }

    /// Whether something may be known of a tick.
    synchronized boolean reaches(long tick) {
        return !over && tick <= lastTick;
    }

    /// To questions that are to be heard of next: at most one a resident and tick, as only a tick asks.
    synchronized void add(List<EarlierReply> replies) {
        if (over) {
            return;
        }
        changed();
        for (var reply : replies) {
            var appointment = new Appointment(this, reply);
            if (ahead.putIfAbsent(Turn.of(reply), appointment) == null) {
                unclaimed.put(Asked.of(reply), appointment);
            }
        }
    }

    /// Somebody was asked.
    ///
    /// @return {@link Appointment#NONE} for whoever was not, there
    synchronized Appointment claim(ResidentId resident, long tick) {
        var appointment = over ? null : unclaimed.remove(new Asked(resident, tick));
        return appointment == null ? Appointment.NONE : appointment;
    }

    /// All questions up to a tick were heard, and claimed: whoever was not asked by now will not be.
    synchronized void hear(long tick) {
        if (over || tick == heardTick) {
            return;
        }
        changed();
        heardTick = tick;
        unclaimed.forEach((asked, appointment) -> {
            if (asked.tick() <= tick) {
                leave(appointment);
            }
        });
        unclaimed.keySet().removeIf(it -> it.tick() <= tick);
        proceed();
    }

    /// Whether the city may not go on yet.
    ///
    /// @param tick the last
    synchronized boolean holds(long tick) {
        long now = nanos.getAsLong();
        boolean waited = isWaitedFor(tick);
        if (!waited || now - lookedAt > CLOCK_STOOD.toNanos()) {
            changedAt = now;
        }
        lookedAt = now;
        if (waited && now - changedAt > PATIENCE.toNanos()) {
            LOG.warn(
                    "at tick {} nothing that was said in the first city came again for {}: minds part", tick, PATIENCE);
            end();
        }
        return waited && !over;
    }

    /// Nobody is to say anything any more.
    synchronized void stop() {
        over = true;
        ahead.values().forEach(Appointment::revoke);
        ahead.clear();
    }

    /// From now on nobody waits.
    synchronized void end() {
        over = true;
        ahead.values().forEach(Appointment::come);
        ahead.clear();
    }

    synchronized void cancel(Appointment appointment) {
        leave(appointment);
        proceed();
    }

    synchronized void handIn(Appointment appointment) {
        underWay++;
        leave(appointment);
        proceed();
    }

    synchronized void settle() {
        changed();
        underWay--;
    }

    private boolean isWaitedFor(long tick) {
        return reaches(tick)
                && (heardTick < tick
                        || underWay > 0
                        || !ahead.isEmpty() && ahead.firstKey().tick() <= tick);
    }

    private void leave(Appointment appointment) {
        changed();
        appointment.earlier().ifPresent(it -> ahead.remove(Turn.of(it)));
    }

    private void proceed() {
        if (!ahead.isEmpty() && ahead.firstKey().tick() <= heardTick) {
            ahead.firstEntry().getValue().come();
        }
    }

    private void changed() {
        changedAt = nanos.getAsLong();
    }
}
