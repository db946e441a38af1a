package city.agents.spi;

import city.agents.Action;
import city.agents.Thought.Answered;
import city.world.ResidentId;
import java.util.Optional;

/// What minds said in the city from which this one was forked, after the two had parted. Who sees the same again is not
/// asked again. Safe from any thread; may block, so never for the city's.
@FunctionalInterface
public interface EarlierReplies {
    EarlierReplies NONE = (_, _) -> Optional.empty();

    /// @param observation its hash
    Optional<EarlierReply> find(ResidentId resident, String observation);

    /// @param answered as it was, but for what it cost
    record EarlierReply(Action action, Answered answered) {}
}
