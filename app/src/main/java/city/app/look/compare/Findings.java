package city.app.look.compare;

import city.world.kernel.access.LoggedEvent;
import city.world.spi.JournalEntry;
import java.util.Optional;
import java.util.OptionalLong;

/// What a comparison found.
///
/// @param at            the tick up to which the cities were compared
/// @param lastEqualTick empty when they never were
public record Findings(
        Side one,
        Side other,
        long at,
        boolean sameGenesis,
        OptionalLong lastEqualTick,
        Optional<Parting<JournalEntry>> journal,
        Optional<Parting<LoggedEvent>> event,
        StateDifferences state,
        Names names,
        Names otherNames) {
    public boolean areEqual() {
        return sameGenesis && journal.isEmpty() && event.isEmpty() && state.count() == 0;
    }
}
