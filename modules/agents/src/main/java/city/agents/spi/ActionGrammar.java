package city.agents.spi;

import city.agents.Action;
import city.agents.domain.prompt.Handles;

/// In what form a model answers, and how its answer becomes an action. Safe from any thread.
public interface ActionGrammar {
    /// Of the thought that goes with an action; what is longer is cut.
    int MAX_THOUGHT_LENGTH = 280;

    /// Far above the longest lawful answer; what is longer is not read.
    int MAX_ANSWER_LENGTH = 8_192;

    /// The JSON Schema (2020-12) of an answer: one flat object whose fields are all required and that allows no
    /// others, so that all providers take it. It cannot say which fields belong to which action; {@link #read} can.
    String schema();

    /// Reads an answer strictly, whatever it is: no answer throws, and none costs more than its length. Fields that an
    /// action has no use for must be there and of their type, and are ignored otherwise.
    ///
    /// @param handles of the prompt that was answered
    Reading read(String answer, Handles handles);

    sealed interface Reading {
        /// @param thought why, in the model's words: data, on one line, maybe empty
        record Understood(Action action, String thought) implements Reading {}

        /// @param reason names the field, the rule and the value; on one line and short
        record Unusable(String reason) implements Reading {}
    }
}
