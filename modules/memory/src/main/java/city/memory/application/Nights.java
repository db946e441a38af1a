package city.memory.application;

import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.MemoryId;
import city.memory.domain.Consolidation;
import city.memory.domain.Forgetting;
import city.memory.domain.Ids;
import city.memory.domain.Remembered;
import city.memory.domain.Step;
import city.memory.domain.Summary;
import city.memory.spi.Embedder;
import city.memory.spi.MemoryIndex;
import city.memory.spi.MemoryIndex.Key;
import city.memory.spi.MemoryStore;
import city.memory.spi.MemoryStore.Revision;
import city.world.ResidentId;
import city.world.kernel.CityClock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries out what sleep makes of the memories of those who fell asleep. Whoever cannot sleep because the embedder is
/// away waits here, also when another keeper comes: that they fell asleep is not told again. On the follower's thread.
final class Nights {
    private static final Logger LOG = LoggerFactory.getLogger(Nights.class);

    /// So many at their cap are some tens of megabytes while their plans are made.
    private static final int RESIDENTS_AT_ONCE = 16;

    /// Refusals of an embedder that does not say when to come again, an hour or so of them.
    static final int MOST_REFUSALS = 360;

    private final Consolidation consolidation;
    private final Embedder embedder;
    private final MemoryStore store;
    private final Standings standings;

    /// Who is still to sleep, and the tick of that night. Of one batch, for nothing is kept while somebody waits.
    private final SequencedMap<ResidentId, Long> waiting = new LinkedHashMap<>();

    /// In a row.
    private int refusals;

    Nights(CityClock clock, Embedder embedder, MemoryStore store, Standings standings) {
        this.consolidation = new Consolidation(new Forgetting(clock));
        this.embedder = embedder;
        this.store = store;
        this.standings = standings;
    }

    /// To be said when the record holds the batch, so that it does not come again.
    void fellAsleep(List<ResidentId> residents, long tick) {
        residents.forEach(it -> waiting.put(it, tick));
    }

    Set<ResidentId> waiting() {
        return Set.copyOf(waiting.keySet());
    }

    /// All who wait sleep. Of a group for which the embedder has nothing left nothing is written, and it waits on.
    /// One that fails otherwise, or is refused for an hour, loses its night: it might fail for ever, and nobody
    /// would remember anything.
    void sleep(MemoryIndex index) {
        while (!waiting.isEmpty()) {
            long tick = waiting.firstEntry().getValue();
            var group = waiting.entrySet().stream()
                    .filter(it -> it.getValue() == tick)
                    .limit(RESIDENTS_AT_ONCE)
                    .map(Map.Entry::getKey)
                    .toList();
            group.forEach(waiting::remove);
            try {
                sleepTogether(group, tick, index);
                refusals = 0;
            } catch (Embedder.Unavailable silent) {
                giveUpOrWait(group, tick, silent);
            }
        }
    }

    private void giveUpOrWait(List<ResidentId> group, long tick, Embedder.Unavailable silent) {
        refusals += silent.retryAfter().isZero() ? 1 : 0;
        if (refusals < MOST_REFUSALS) {
            fellAsleep(group, tick);
            throw silent;
        }
        refusals = 0;
        LOG.warn("{} residents lose the night of tick {}: {}", group.size(), tick, silent.toString());
    }

    /// Before their time. They do not wait: when this fails, the batch for which they need room comes again.
    ///
    /// @param residents each once
    void sleepEarly(List<ResidentId> residents, long tick, MemoryIndex index) {
        for (int from = 0; from < residents.size(); from += RESIDENTS_AT_ONCE) {
            sleepTogether(residents.subList(from, Math.min(residents.size(), from + RESIDENTS_AT_ONCE)), tick, index);
        }
    }

    /// The record first, then the index.
    private void sleepTogether(List<ResidentId> residents, long tick, MemoryIndex index) {
        var byResident = store.ofResidents(residents).stream()
                .collect(Collectors.groupingBy(it -> it.memory().resident()));
        var night = new Night();
        residents.stream()
                .filter(byResident::containsKey)
                .forEach(it -> night.follow(byResident.getOrDefault(it, List.of()), tick));
        if (night.isQuiet()) {
            standings.forget(residents);
        } else {
            carryOut(residents, night, index);
        }
    }

    /// What is gone from the record is not known from then on, however long the index takes.
    private void carryOut(List<ResidentId> residents, Night night, MemoryIndex index) {
        var kept = night.kept();
        store.apply(new Revision(kept, List.copyOf(night.gone.keySet())));
        standings.forget(residents);
        index.remove(night.gone.entrySet().stream()
                .map(it -> new Key(it.getKey(), it.getValue()))
                .toList());
        index.putMemories(kept);
    }

    /// The plans of several residents, gathered.
    private final class Night {
        private final List<Remembered> merged = new ArrayList<>();
        private final List<Memory> summaries = new ArrayList<>();
        private final Map<MemoryId, ResidentId> gone = new HashMap<>();

        void follow(List<Remembered> remembered, long tick) {
            var byId = remembered.stream()
                    .collect(Collectors.toMap(it -> it.memory().id(), Function.identity()));
            for (var step : consolidation.plan(remembered, tick)) {
                switch (step) {
                    case Step.Merge(var kept, var absorbed) -> {
                        merged.add(new Remembered(kept, require(byId, kept.id()).embedding()));
                        absorbed.forEach(it -> gone.put(it, kept.resident()));
                    }
                    case Step.Summarise summarise -> summarise(summarise, byId, tick);
                    case Step.Forget it ->
                        gone.put(
                                it.memory(), require(byId, it.memory()).memory().resident());
                }
            }
        }

        boolean isQuiet() {
            return merged.isEmpty() && gone.isEmpty();
        }

        List<Remembered> kept() {
            var vectors = embedder.embed(summaries.stream().map(Memory::text).toList());
            var kept = new ArrayList<>(merged);
            for (int i = 0; i < summaries.size(); i++) {
                kept.add(new Remembered(summaries.get(i), vectors.get(i)));
            }
            return kept;
        }

        /// A summary is made now, so that it lasts as long as any other memory of its weight.
        private void summarise(Step.Summarise step, Map<MemoryId, Remembered> byId, long tick) {
            var members = step.members().stream()
                    .map(it -> require(byId, it).memory())
                    .toList();
            var resident = members.getFirst().resident();
            var id = Ids.once(resident, "summary of " + members.getFirst().id().value());
            summaries.add(new Memory(
                    id,
                    resident,
                    Kind.SUMMARY,
                    Summary.of(members),
                    step.importance(),
                    tick,
                    tick,
                    0,
                    false,
                    step.evidence()));
            members.forEach(it -> gone.put(it.id(), resident));
        }

        private static Remembered require(Map<MemoryId, Remembered> byId, MemoryId id) {
            var found = byId.get(id);
            if (found == null) {
                throw new IllegalStateException("a plan names a memory that is not there: " + id.value());
            }
            return found;
        }
    }
}
