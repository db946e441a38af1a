package city.memory.domain;

import static java.util.Comparator.comparingDouble;

import city.memory.MemoryId;
import city.memory.RecallQuery;
import city.memory.Recollection.Score;
import city.world.kernel.CityClock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Chooses what comes to mind: recency + importance + relevance, each spread over 0 to 1 between the least and the most
/// of all candidates. A part that is equal for all of them tells nothing and counts 0. Recency is 0.995 per hour of
/// city time since the last recall.
///
/// After Park et al. 2023, "Generative Agents: Interactive Simulacra of Human Behavior", section 4.1, with equal
/// weights. What is equally good comes in the order of its id.
public final class Recall {
    private static final double KEPT_PER_HOUR = 0.995;
    private static final int MINUTES_PER_HOUR = 60;

    private static final Comparator<Scored> BEST_FIRST =
            comparingDouble((Scored it) -> it.score().total()).reversed().thenComparing(Scored::memory);

    private final CityClock clock;

    public Recall(CityClock clock) {
        this.clock = clock;
    }

    /// @param cosine of the memory's vector and that of the words asked for
    public record Candidate(Standing standing, double cosine) {
        public Candidate {
            if (!(cosine >= -1 && cosine <= 1)) {
                throw new IllegalArgumentException("cosine must be -1 to 1: " + cosine);
            }
        }
    }

    public record Scored(MemoryId memory, Score score) {}

    /// The best of the candidates, the best first.
    public List<Scored> best(RecallQuery query, List<Candidate> candidates) {
        var recency = spread(candidates, it -> recency(it.standing(), query.tick()));
        var importance = spread(candidates, it -> it.standing().importance());
        var relevance = spread(candidates, Candidate::cosine);
        return IntStream.range(0, candidates.size())
                .mapToObj(i -> new Scored(
                        candidates.get(i).standing().memory(), new Score(recency[i], importance[i], relevance[i])))
                .sorted(BEST_FIRST)
                .limit(query.limit())
                .toList();
    }

    private double recency(Standing standing, long now) {
        long ticks = Math.max(0, now - standing.lastAccessedAt());
        return StrictMath.pow(KEPT_PER_HOUR, (double) ticks * clock.stepMinutes() / MINUTES_PER_HOUR);
    }

    private static double[] spread(List<Candidate> candidates, ToDoubleFunction<Candidate> value) {
        var values = candidates.stream().mapToDouble(value).toArray();
        double least = Arrays.stream(values).min().orElse(0);
        double most = Arrays.stream(values).max().orElse(0);
        Arrays.setAll(values, i -> most == least ? 0 : (values[i] - least) / (most - least));
        return values;
    }
}
