package city.agents.application.minds;

import city.agents.spi.EarlierReplies.EarlierReply;
import city.world.ResidentId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
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

    /// By their ordinals in the first city's journal.
    private final TreeMap<Long, Appointment> ahead = new TreeMap<>();

    private final Map<Asked, Queue<Appointment>> unclaimed = new HashMap<>();
    private long heardTick = -1;
    private long heardSequence = -1;
    private long settledSequence = -1;
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

    private record Asked(ResidentId resident, long tick) {}

    /// Whether there may be something to be added for a tick.
    synchronized boolean reaches(long tick) {
        return !over && tick <= lastTick;
    }

    /// To questions of which none was heard of before.
    synchronized void add(List<EarlierReply> replies) {
        changed();
        for (var reply : replies) {
            var appointment = new Appointment(this, reply);
            ahead.put(reply.ordinal(), appointment);
            unclaimed.computeIfAbsent(asked(reply), _ -> new ArrayDeque<>()).add(appointment);
        }
    }

    /// Somebody was asked.
    ///
    /// @return {@link Appointment#NONE} for whoever was not, there
    synchronized Appointment claim(ResidentId resident, long tick) {
        changed();
        return take(new Asked(resident, tick)).orElse(Appointment.NONE);
    }

    /// All questions up to there were heard, and claimed.
    synchronized void hear(long tick, long sequence) {
        if (sequence > heardSequence) {
            changed();
        }
        heardTick = tick;
        heardSequence = sequence;
        proceed();
    }

    /// Whether the city may not go on yet.
    ///
    /// @param tick,sequence up to which it lived
    synchronized boolean holds(long tick, long sequence) {
        long now = nanos.getAsLong();
        boolean waited = isWaitedFor(tick, sequence);
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
        unclaimed.clear();
    }

    /// From now on nobody waits.
    synchronized void end() {
        over = true;
        ahead.values().forEach(Appointment::come);
        ahead.clear();
        unclaimed.clear();
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

    synchronized void settle(long sequence) {
        changed();
        underWay--;
        settledSequence = Math.max(settledSequence, sequence);
        proceed();
    }

    private boolean isWaitedFor(long tick, long sequence) {
        if (!reaches(tick)) {
            return false;
        }
        boolean unheard = heardTick < tick || heardSequence < sequence;
        return unheard
                || underWay > 0
                || (!ahead.isEmpty() && givenAt(ahead.firstEntry().getValue()) <= tick);
    }

    private void leave(Appointment appointment) {
        changed();
        appointment.earlier().ifPresent(it -> ahead.remove(it.ordinal()));
    }

    /// Lets come whose turn it is. Whoever was not asked by the time when all is heard that those before it led to will
    /// not be.
    private void proceed() {
        while (!ahead.isEmpty()) {
            var first = ahead.firstEntry().getValue();
            if (!isUnclaimed(first)) {
                if (givenAt(first) <= heardTick) {
                    first.come();
                }
                return;
            }
            if (askedAt(first) > heardTick || underWay > 0 || heardSequence < settledSequence) {
                return;
            }
            ahead.pollFirstEntry();
            take(asked(first.earlier().orElseThrow()));
        }
    }

    private Optional<Appointment> take(Asked asked) {
        var waiting = unclaimed.get(asked);
        if (waiting == null) {
            return Optional.empty();
        }
        var first = waiting.remove();
        if (waiting.isEmpty()) {
            unclaimed.remove(asked);
        }
        return Optional.of(first);
    }

    private boolean isUnclaimed(Appointment appointment) {
        var waiting = unclaimed.get(asked(appointment.earlier().orElseThrow()));
        return waiting != null && waiting.contains(appointment);
    }

    private void changed() {
        changedAt = nanos.getAsLong();
    }

    private static long givenAt(Appointment appointment) {
        return appointment.earlier().orElseThrow().givenAt();
    }

    private static long askedAt(Appointment appointment) {
        return appointment.earlier().orElseThrow().thought().tick();
    }

    private static Asked asked(EarlierReply reply) {
        return new Asked(reply.thought().resident(), reply.thought().tick());
    }
}
