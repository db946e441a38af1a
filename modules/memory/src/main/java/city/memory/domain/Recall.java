package city.memory.domain;

import static java.util.Comparator.comparingDouble;

import city.memory.Memory;
import city.memory.RecallQuery;
import city.memory.Recollection;
import city.memory.Recollection.Score;
import city.world.kernel.CityClock;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Chooses what comes to mind: recency + importance + relevance, each spread over 0 to 1 between the least and the most
/// of all candidates. A part that is equal for all of them tells nothing and counts 0. Recency is 0.995 per hour of
/// city time since the last recall.
///
/// After Park et al. 2023, "Generative Agents: Interactive Simulacra of Human Behavior", section 4.1, with equal
/// weights. What is equally good comes in the order of its id.
public final class Recall {
    private static final double KEPT_PER_HOUR = 0.995;
    private static final int MINUTES_PER_HOUR = 60;

    private static final Comparator<Recollection> BEST_FIRST = comparingDouble(
                    (Recollection it) -> it.score().total())
            .reversed()
            .thenComparing(it -> it.memory().id());

    private final CityClock clock;

    public Recall(CityClock clock) {
        this.clock = clock;
    }

    /// @param cosine of the memory's vector and that of the words asked for
    public record Candidate(Memory memory, double cosine) {
        public Candidate {
            if (!(cosine >= -1 && cosine <= 1)) {
                throw new IllegalArgumentException("cosine must be -1 to 1: " + cosine);
            }
        }
    }

    /// The best of the candidates, the best first.
    ///
    /// @throws IllegalArgumentException when one is the memory of somebody else
    public List<Recollection> best(RecallQuery query, List<Candidate> candidates) {
        requireOwn(query, candidates);
        var recency = Spread.over(candidates, it -> recency(it.memory(), query.tick()));
        var importance = Spread.over(candidates, it -> it.memory().importance());
        var relevance = Spread.over(candidates, Candidate::cosine);
        return candidates.stream()
                .map(it -> new Recollection(
                        it.memory(), new Score(recency.part(it), importance.part(it), relevance.part(it))))
                .sorted(BEST_FIRST)
                .limit(query.limit())
                .toList();
    }

    private double recency(Memory memory, long now) {
        long ticks = Math.max(0, now - memory.lastAccessedAt());
        return StrictMath.pow(KEPT_PER_HOUR, (double) ticks * clock.stepMinutes() / MINUTES_PER_HOUR);
    }

    private static void requireOwn(RecallQuery query, List<Candidate> candidates) {
        for (var candidate : candidates) {
            if (!candidate.memory().resident().equals(query.resident())) {
                throw new IllegalArgumentException("memory %s must be of %s: %s"
                        .formatted(
                                candidate.memory().id(),
                                query.resident(),
                                candidate.memory().resident()));
            }
        }
    }

    private record Spread(ToDoubleFunction<Candidate> value, double least, double most) {
        static Spread over(List<Candidate> candidates, ToDoubleFunction<Candidate> value) {
            var all = candidates.stream().mapToDouble(value).summaryStatistics();
            return new Spread(value, all.getMin(), all.getMax());
        }

        double part(Candidate candidate) {
            return most == least ? 0 : (value.applyAsDouble(candidate) - least) / (most - least);
        }
    }
}
