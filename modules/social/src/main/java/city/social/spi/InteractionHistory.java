package city.social.spi;

import city.social.InteractionId;
import city.social.Social.Ending;
import city.social.Social.Outcome;
import city.world.LocationId;
import city.world.ResidentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All conversations that ever began. Safe from any thread; blocks.
public interface InteractionHistory {
    Optional<PastInteraction> find(InteractionId id);

    /// Those that a resident took part in, or all, newest first.
    ///
    /// @param beforeSequence of the event of the last one on the page before; {@link Long#MAX_VALUE} for the first
    /// page
    List<PastInteraction> list(Optional<ResidentId> member, long beforeSequence, int limit);

    /// @param members  those with whom it began; all who ever took part, once it is over
    /// @param sequence of the event of its beginning in the log
    /// @param started  city time
    /// @param end      empty while it goes on
    record PastInteraction(
            InteractionId id,
            LocationId location,
            List<ResidentId> members,
            long sequence,
            Instant started,
            Optional<End> end) {}

    /// @param time city time
    record End(Instant time, int messages, Outcome outcome, Ending ending) {}
}
