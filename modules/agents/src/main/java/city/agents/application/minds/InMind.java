package city.agents.application.minds;

import city.memory.Memories;
import city.memory.MemoryId;
import city.memory.RecallQuery;
import city.memory.Recollection;
import city.memory.Recollection.Score;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a resident has in mind when it decides: what it lived through last, and what comes to mind beside it. The one
/// is there at once; the other within a time, or not. Safe from any thread.
final class InMind {
    private final Memories memories;
    private final RecallInTime recalls;

    /// @param most recalls under way
    InMind(Memories memories, Executor executor, int most) {
        this.memories = memories;
        this.recalls = new RecallInTime(query -> memories.recall(query, Optional.empty()), executor, most);
    }

    /// No more than the query's limit. The two take turns, so that neither crowds out the other; what is both is there
    /// once, with its score.
    List<Recollection> of(RecallQuery query, Duration atMost) {
        var recalled = recalls.recall(query, atMost);
        var recent = memories.recent(query.resident(), query.tick());
        Map<MemoryId, Recollection> scored =
                recalled.stream().collect(Collectors.toMap(it -> it.memory().id(), Function.identity()));
        var inMind = new LinkedHashMap<MemoryId, Recollection>();
        for (int i = 0; i < Math.max(recent.size(), recalled.size()); i++) {
            if (i < recent.size()) {
                var memory = recent.get(i);
                inMind.putIfAbsent(memory.id(), scored.getOrDefault(memory.id(), new Recollection(memory, Score.NONE)));
            }
            if (i < recalled.size()) {
                inMind.putIfAbsent(recalled.get(i).memory().id(), recalled.get(i));
            }
        }
        return inMind.values().stream().limit(query.limit()).toList();
    }
}
