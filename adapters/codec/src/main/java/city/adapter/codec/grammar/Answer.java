package city.adapter.codec.grammar;

import java.util.List;

/// A model's answer as it stands there, each field of its type and none missing.
///
/// @param number as it was written
record Answer(
        String thought, String type, List<String> target, String number, String words, String tone, String topic) {
    /// The most that an action has is five people.
    static final int MAX_TARGETS = 16;

    /// Longer than any number that an action can have.
    static final int MAX_NUMBER_LENGTH = 20;
}
