package city.memory;

import city.world.ResidentId;
import java.util.List;

/// What one resident remembers, and how well it was kept.
///
/// @param importance     0 to 1000
/// @param madeAt         tick
/// @param lastAccessedAt tick of the last recall; when it was never recalled, that of its making
/// @param accesses       how often it was recalled since it was made
/// @param pinned         never forgotten; whoever pins minds that pinned memories fill the same bounded room
/// @param evidence       sequences of the events that it goes back to, ascending
public record Memory(
        MemoryId id,
        ResidentId resident,
        Kind kind,
        String text,
        int importance,
        long madeAt,
        long lastAccessedAt,
        int accesses,
        boolean pinned,
        List<Long> evidence) {
    public static final int FULL = 1000;

    /// A few sentences. What is longer would push other memories out of a prompt.
    public static final int MAX_TEXT = 1000;

    /// Enough for an insight and what it was drawn from, and a summary does not grow with each one that it takes in.
    public static final int MAX_EVIDENCE = 32;

    /// The record keeps the ordinal: append only.
    public enum Kind {
        /// Seen or done.
        OBSERVATION,
        /// What was said, written down once when the talk is over.
        CONVERSATION,
        /// Concluded from other memories.
        INSIGHT,
        /// Stands for several memories that it replaced.
        SUMMARY
    }

    public Memory {
        requireText(text);
        requireImportance(importance);
        if (accesses < 0) {
            throw new IllegalArgumentException("accesses must not be negative: " + accesses);
        }
        if (madeAt < 0 || lastAccessedAt < madeAt) {
            throw new IllegalArgumentException(
                    "ticks must be made, then accessed, from 0: %d, %d".formatted(madeAt, lastAccessedAt));
        }
        evidence = List.copyOf(evidence);
        requireEvidence(evidence);
    }

    /// The same after so many recalls, the last of them at this tick or at a later one that is known.
    public Memory recalled(long tick, int times) {
        return new Memory(
                id,
                resident,
                kind,
                text,
                importance,
                madeAt,
                Math.max(lastAccessedAt, tick),
                (int) Math.min(Integer.MAX_VALUE, (long) accesses + times),
                pinned,
                evidence);
    }

    static void requireText(String text) {
        if (text.isBlank() || text.length() > MAX_TEXT) {
            throw new IllegalArgumentException(
                    "text must have 1 to %d characters and not be blank: %d".formatted(MAX_TEXT, text.length()));
        }
    }

    static void requireImportance(int importance) {
        if (importance < 0 || importance > FULL) {
            throw new IllegalArgumentException("importance must be 0 to %d: %d".formatted(FULL, importance));
        }
    }

    static void requireEvidence(List<Long> evidence) {
        if (evidence.size() > MAX_EVIDENCE || !isAscending(evidence)) {
            throw new IllegalArgumentException(
                    "evidence must be at most %d sequences, ascending: %s".formatted(MAX_EVIDENCE, evidence));
        }
    }

    private static boolean isAscending(List<Long> evidence) {
        for (int i = 1; i < evidence.size(); i++) {
            if (evidence.get(i) <= evidence.get(i - 1)) {
                return false;
            }
        }
        return true;
    }
}
