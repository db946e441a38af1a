package city.agents.spi;

import city.agents.MindReport.Used;
import java.time.Instant;
import java.util.Optional;

/// Keeps what was spent in the running minute and day, so that a budget outlives a process. Safe from any thread,
/// and quick, as it is asked before each call.
public interface SpendBook {
    /// Empty where nothing was ever spent.
    Optional<Entry> find();

    /// @throws java.io.UncheckedIOException when it cannot be kept
    void replace(Entry entry);

    /// @param asOf   a moment of the wall's time
    /// @param minute in the minute of that moment
    /// @param day    in its day (UTC), that minute included
    record Entry(Instant asOf, Used minute, Used day) {}
}
