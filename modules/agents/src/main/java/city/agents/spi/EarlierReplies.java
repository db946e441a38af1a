package city.agents.spi;

import city.agents.Action;
import city.agents.Thought.Answered;
import city.world.ResidentId;
import java.util.List;
import java.util.Optional;

/// What minds said in the city from which this one was forked, after the two had parted. Who sees the same again is not
/// asked again. Safe from any thread; may block, so never for the city's.
public interface EarlierReplies {
    EarlierReplies NONE = new EarlierReplies() {
        @Override
        public Optional<EarlierReply> find(ResidentId resident, String observation) {
            return Optional.empty();
        }

        @Override
        public List<ResidentId> order(long tick) {
            return List.of();
        }
    };

    /// @param observation its hash
    Optional<EarlierReply> find(ResidentId resident, String observation);

    /// Whose questions of a tick were answered, in the order in which their answers came in.
    List<ResidentId> order(long tick);

    /// @param answered as it was, but for what it cost
    record EarlierReply(Action action, Answered answered) {}
}
