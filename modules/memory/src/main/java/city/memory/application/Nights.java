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
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Carries out what sleep makes of the memories of those who fell asleep. On the follower's thread.
final class Nights {
    /// So many at their cap are some tens of megabytes while their plans are made.
    private static final int RESIDENTS_AT_ONCE = 16;

    private final Consolidation consolidation;
    private final Embedder embedder;
    private final MemoryStore store;
    private final Standings standings;

    Nights(CityClock clock, Embedder embedder, MemoryStore store, Standings standings) {
        this.consolidation = new Consolidation(new Forgetting(clock));
        this.embedder = embedder;
        this.store = store;
        this.standings = standings;
    }

    /// The record first, then the index.
    void sleep(List<ResidentId> residents, long tick, MemoryIndex index) {
        var distinct = residents.stream().distinct().toList();
        for (int from = 0; from < distinct.size(); from += RESIDENTS_AT_ONCE) {
            sleepTogether(distinct.subList(from, Math.min(distinct.size(), from + RESIDENTS_AT_ONCE)), tick, index);
        }
    }

    private void sleepTogether(List<ResidentId> residents, long tick, MemoryIndex index) {
        var byResident = store.ofResidents(residents).stream()
                .collect(Collectors.groupingBy(it -> it.memory().resident()));
        var night = new Night();
        residents.stream()
                .filter(byResident::containsKey)
                .forEach(it -> night.follow(byResident.getOrDefault(it, List.of()), tick));
        if (!night.isQuiet()) {
            carryOut(night, index);
        }
        standings.forget(residents);
    }

    private void carryOut(Night night, MemoryIndex index) {
        var kept = night.kept();
        store.apply(new Revision(kept, List.copyOf(night.gone.keySet())));
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
