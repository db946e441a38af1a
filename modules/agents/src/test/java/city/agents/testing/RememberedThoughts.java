package city.agents.testing;

import city.agents.Thought;
import city.agents.Thought.Answered;
import city.agents.spi.ModelUsage;
import city.agents.spi.ThoughtLog;
import city.world.ResidentId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Thoughts in memory, for tests.
public class RememberedThoughts implements ThoughtLog {
    private static final Comparator<Position> NEWEST_FIRST = Comparator.comparingLong(Position::tick)
            .thenComparingLong(Position::question)
            .reversed();

    private record Key(ResidentId resident, Position position) {}

    private record Who(ResidentId resident, String provider) {}

    private record Kept(Thought thought, Instant at) {}

    private final Map<Key, Kept> kept = new LinkedHashMap<>();

    @Override
    public synchronized void append(List<Thought> thoughts) {
        thoughts.forEach(it -> kept.put(new Key(it.resident(), Position.of(it)), new Kept(it, Instant.now())));
    }

    @Override
    public synchronized List<Thought> of(ResidentId resident, Position before, int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new IllegalArgumentException("limit must be 1 to %d: %d".formatted(MAX_PAGE, limit));
        }
        return kept.values().stream()
                .map(Kept::thought)
                .filter(it -> it.resident().equals(resident) && NEWEST_FIRST.compare(Position.of(it), before) > 0)
                .sorted(Comparator.comparing(Position::of, NEWEST_FIRST))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Usage> usedSince(Instant moment) {
        var used = new LinkedHashMap<Who, ModelUsage>();
        kept.values().stream()
                .filter(it -> !it.at().isBefore(moment))
                .map(Kept::thought)
                .filter(it -> it.answered().calls() > 0)
                .forEach(it -> used.merge(
                        new Who(it.resident(), it.answered().provider()), usage(it.answered()), ModelUsage::plus));
        return used.entrySet().stream()
                .map(it -> new Usage(it.getKey().resident(), it.getKey().provider(), it.getValue()))
                .toList();
    }

    private static ModelUsage usage(Answered it) {
        return new ModelUsage(it.calls(), it.inputTokens(), it.outputTokens(), it.costMicros());
    }

    @Override
    public synchronized int dropBefore(long tick, Instant moment) {
        int before = kept.size();
        kept.values().removeIf(it -> it.thought().tick() < tick && it.at().isBefore(moment));
        return before - kept.size();
    }

    /// All of them, in the order in which they came.
    public synchronized List<Thought> all() {
        return kept.values().stream().map(Kept::thought).toList();
    }
}
