package city.world.kernel.machine;

import city.world.kernel.Chance;
import city.world.kernel.CityClock;
import city.world.kernel.Event;
import city.world.kernel.Turn;
import java.util.UUID;

/// One tick, or one command: what its rules know of time and chance, and where their facts go.
final class Moment implements Turn {
    private static final Chance.Purpose ID = Chance.Purpose.of("kernel.id");

    private final long tick;
    private final CityClock clock;
    private final Chance chance;
    private final EventWriter events;
    private long ids;

    private Moment(long tick, CityClock clock, Chance chance, EventWriter events) {
        this.tick = tick;
        this.clock = clock;
        this.chance = chance;
        this.events = events;
    }

    /// What chance is keyed by: moments of different kinds never share a number.
    enum Kind {
        TICK,
        COMMAND,
        FOUNDING,
        EVENT;

        Moment at(long number, long tick, Origin origin, EventWriter events) {
            return new Moment(tick, origin.clock(), chance(origin, number), events);
        }

        Chance chance(Origin origin, long number) {
            return Chance.of(origin.genesis().seed(), ordinal(), number);
        }
    }

    @Override
    public long tick() {
        return tick;
    }

    @Override
    public CityClock clock() {
        return clock;
    }

    @Override
    public Chance chance() {
        return chance;
    }

    @Override
    public void raise(Event event) {
        events.append(event, tick);
    }

    @Override
    public UUID newId(long epochMillis) {
        return id(chance, epochMillis, ids++);
    }

    /// A UUIDv8 (RFC 9562): 48 bits of milliseconds, then chance.
    static UUID id(Chance chance, long epochMillis, long count) {
        long high = epochMillis << 16 | 0x8000L | chance.bits(ID, count, 0) & 0x0fffL;
        long low = 0x8000_0000_0000_0000L | chance.bits(ID, count, 1) >>> 2;
        return new UUID(high, low);
    }
}
