package city.world.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Entry 0 of every journal: all that a city is made from. The founding commands are applied in their order at tick 0.
///
/// @param name         of the scenario
/// @param rulesVersion of the rules under which the city was founded
/// @param epoch        city time of tick 0
/// @param step         city time of a tick
@WireName("kernel.genesis.v1")
public record Genesis(String name, long seed, int rulesVersion, Instant epoch, Duration step, List<Command<?>> founding)
        implements Command<Genesis.Founded> {
    /// The rules of this source tree. Raised whenever the same journal would give another city.
    public static final int RULES_VERSION = 8;

    /// The oldest whose cities this program can go on with. Those of version 1 never left the workshop.
    public static final int OLDEST_RULES_VERSION = 2;

    public Genesis {
        founding = List.copyOf(founding);
    }

    /// The same city, founded under other rules.
    public Genesis under(int rules) {
        return new Genesis(name, seed, rules, epoch, step, founding);
    }

    public CityClock clock() {
        return new CityClock(epoch, step);
    }

    @WireName("kernel.founded.v1")
    public record Founded(int commands) {}
}
