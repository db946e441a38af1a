package city.agents.spi;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Says whether a provider may be asked once more. Whoever asks providers asks this before each try,
/// where alone it is known which one it is. Quick.
public interface ProviderBudget {
    /// Sets aside what a try can use at most.
    Permit reserve(String provider, ModelUsage most);

    sealed interface Permit {
        /// @param settle to be called once, when the try is over, with what came of it; {@link ModelReply.Full} where
        /// nothing was sent after all. If it never is, the most counts
        record Granted(Consumer<ModelReply> settle) implements Permit {}

        /// @param why        in words, for the log
        /// @param retryAfter until there is room; empty where a try needs more than the whole budget
        record Declined(String why, Optional<Duration> retryAfter) implements Permit {}
    }
}
