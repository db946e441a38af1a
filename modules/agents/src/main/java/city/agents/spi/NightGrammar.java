package city.agents.spi;

import city.agents.domain.night.NightAnswer;

/// In what form a model answers at night. Safe from any thread.
public interface NightGrammar {
    /// Far above the longest lawful answer; what is longer is not read.
    int MAX_ANSWER_LENGTH = 16_384;

    /// The JSON Schema (2020-12) of an answer: objects whose fields are all required and that allow no others, so that
    /// all providers take it.
    String schema();

    /// Reads an answer strictly, whatever it is: no answer throws, and none costs more than its length.
    Reading read(String answer);

    sealed interface Reading {
        record Understood(NightAnswer answer) implements Reading {}

        /// @param reason names the field, the rule and the value; on one line and short
        record Unusable(String reason) implements Reading {}
    }
}
