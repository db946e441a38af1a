package city.world.kernel.access;

import city.world.kernel.EventType.Audience;
import java.util.Locale;

/// A reader asks for events that the log no longer has. It is complete above the horizon.
public final class BelowHorizon extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Audience audience;
    private final long horizon;

    /// @param audience the class of events that were removed
    /// @param horizon  the lowest sequence after which the reader misses nothing
    public BelowHorizon(long afterSequence, Audience audience, long horizon) {
        super("the log has %s only after sequence %d, and was asked for what is after %d"
                .formatted(audience.name().toLowerCase(Locale.ROOT), horizon, afterSequence));
        this.audience = audience;
        this.horizon = horizon;
    }

    public Audience audience() {
        return audience;
    }

    public long horizon() {
        return horizon;
    }
}
