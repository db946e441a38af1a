package city.agents.spi;

import city.agents.AgentsCommand.MindReplied;
import city.agents.Thought;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// How questions to models ended in the city from which this one was forked, after the two had parted. Whoever sees the
/// same again is not asked again. Safe from any thread; may block, so never for the city's.
public interface EarlierReplies {
    EarlierReplies NONE = new EarlierReplies() {
        @Override
        public OptionalLong lastTick() {
            return OptionalLong.empty();
        }

        @Override
        public List<EarlierReply> toQuestionsOf(long tick) {
            return List.of();
        }

        @Override
        public List<EarlierReply> toOpenQuestions(long tick) {
            return List.of();
        }
    };

    /// In which the last of them came in; empty where there is none.
    OptionalLong lastTick();

    /// To what was asked in a tick, in the order in which they came in.
    List<EarlierReply> toQuestionsOf(long tick);

    /// To what was asked up to a tick, and may have been answered later.
    List<EarlierReply> toOpenQuestions(long tick);

    /// @param thought as the first city wrote it down
    /// @param reply   as its journal has it; empty when nothing usable came in time, for the thought's reason
    /// @param givenAt tick in which it came in
    /// @param ordinal its place in the first city's journal
    /// @param shared  asked before the two cities parted
    record EarlierReply(Thought thought, Optional<MindReplied> reply, long givenAt, long ordinal, boolean shared) {
        /// Whether what is seen now decides if it is given again: not where nothing was looked at, nor where what was
        /// seen is the past of both cities.
        public boolean needsSight() {
            return !shared && !thought.asked().observationHash().isEmpty();
        }

        /// @param observation its hash
        public boolean isOf(String observation) {
            return thought.asked().observationHash().equals(observation);
        }
    }
}
