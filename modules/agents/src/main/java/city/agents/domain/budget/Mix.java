package city.agents.domain.budget;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/// Who decided how often, and what became of the questions to models, since it was made. Safe from any thread.
public final class Mix {
    private final AtomicLongArray decisions = new AtomicLongArray(Tier.values().length);
    private final AtomicLongArray questions = new AtomicLongArray(Outcome.values().length);

    /// What kind of mind decided. Metrics go by the names.
    public enum Tier {
        ROUTINE,
        REMEMBERED,
        MODEL,
        EXTERNAL
    }

    /// What became of a question. Metrics go by the names.
    public enum Outcome {
        /// An action that was understood, in time.
        REPLIED,
        /// Nothing in time.
        LATE,
        /// A budget had no room, so nobody was asked.
        DECLINED,
        /// An answer that is no action, or a provider that failed.
        UNUSABLE,
        /// The model would not.
        REFUSED
    }

    public record Counts(Map<Tier, Long> decisions, Map<Outcome, Long> questions) {}

    public void decided(Tier by) {
        decisions.incrementAndGet(by.ordinal());
    }

    public void asked(Outcome outcome) {
        questions.incrementAndGet(outcome.ordinal());
    }

    /// Every tier and outcome, also those at zero.
    public Counts counts() {
        return new Counts(
                counts(Tier.class, List.of(Tier.values()), decisions),
                counts(Outcome.class, List.of(Outcome.values()), questions));
    }

    private static <E extends Enum<E>> Map<E, Long> counts(Class<E> type, List<E> all, AtomicLongArray counted) {
        var counts = new EnumMap<E, Long>(type);
        all.forEach(it -> counts.put(it, counted.get(it.ordinal())));
        return Collections.unmodifiableMap(counts);
    }
}
