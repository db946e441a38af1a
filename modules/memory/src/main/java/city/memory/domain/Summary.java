package city.memory.domain;

import city.memory.Memory;
import java.util.List;

/// The words of a summary, by rule.
public final class Summary {
    private Summary() {}

    /// Says how many memories it stands for, and the words of the weightiest of them, as many as there is room for.
    ///
    /// @param members what it stands for, the weightiest first; at least one
    public static String of(List<Memory> members) {
        return cut("Of %d things of the same sort I remember best: %s"
                .formatted(members.size(), members.getFirst().text()));
    }

    /// As much of a text as a memory holds; what is cut ends with an ellipsis. No pair of surrogates is torn.
    public static String cut(String text) {
        if (text.length() <= Memory.MAX_TEXT) {
            return text;
        }
        int end = Memory.MAX_TEXT - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
