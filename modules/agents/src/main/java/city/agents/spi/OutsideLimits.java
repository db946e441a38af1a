package city.agents.spi;

import city.world.ResidentId;
import java.time.Duration;
import java.util.Optional;

/// What programs that speak for residents are held to beside their residents' patience. Safe from any thread.
public interface OutsideLimits {
    /// Where nobody set a limit.
    OutsideLimits NONE = new OutsideLimits() {
        @Override
        public Optional<Duration> deadline() {
            return Optional.empty();
        }

        @Override
        public Optional<String> refuse(ResidentId resident) {
            return Optional.empty();
        }
    };

    /// From when a question is heard of to the commit of what the resident does. Empty for no other than its patience.
    Optional<Duration> deadline();

    /// Books a question as one call, of the resident's and of the city's budgets.
    ///
    /// @return why it may not be asked, as people read it, and nothing is booked; empty when it may
    Optional<String> refuse(ResidentId resident);
}
