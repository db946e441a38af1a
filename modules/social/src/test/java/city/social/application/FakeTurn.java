package city.social.application;

import city.world.kernel.Chance;
import city.world.kernel.CityClock;
import city.world.kernel.Event;
import city.world.kernel.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A turn whose tick the test sets; it keeps what is raised.
final class FakeTurn implements Turn {
    static final CityClock CLOCK = new CityClock(Instant.parse("2030-01-07T00:00:00Z"), Duration.ofMinutes(5));

    final List<Event> raised = new ArrayList<>();
    long tick = 100;
    private long ids;

    @Override
    public long tick() {
        return tick;
    }

    @Override
    public CityClock clock() {
        return CLOCK;
    }

    @Override
    public Chance chance() {
        return Chance.of(1, 0, tick);
    }

    @Override
    public void raise(Event event) {
        raised.add(event);
    }

    @Override
    public UUID newId(long epochMillis) {
        return new UUID(epochMillis << 16 | 0x8000, 0x8000_000000000000L | ids++);
    }

    <E extends Event> List<E> raised(Class<E> type) {
        return raised.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
