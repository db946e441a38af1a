package city.agents.spi;

import java.util.function.Consumer;

/// Says whether a provider may be asked once more. Whoever asks providers asks this before each try, where alone it is
/// known which one it is. Safe from any thread, and quick.
public interface ProviderBudget {
    /// Allows everything.
    ProviderBudget NONE = (_, _) -> new Permit.Granted(_ -> {});

    /// Sets aside what a try can use at most.
    Permit reserve(String provider, ModelUsage most);

    sealed interface Permit {
        /// @param settle to be called once, when the try is over, with what it used; if it never is, the most counts
        record Granted(Consumer<ModelUsage> settle) implements Permit {}

        /// @param why in words, for the log
        record Declined(String why) implements Permit {}
    }
}
