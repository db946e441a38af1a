package city.memory.application;

import city.memory.Memory;
import city.memory.MemoryEvent;
import city.memory.MemoryId;
import city.memory.Witness.Experience;
import city.memory.Witness.FellAsleep;
import city.memory.Witness.Told;
import city.memory.domain.Attention;
import city.memory.domain.Embedding;
import city.memory.domain.Ids;
import city.memory.domain.Importance;
import city.memory.domain.Remembered;
import city.memory.domain.Summary;
import city.memory.spi.MemoryIndex;
import city.memory.spi.MemoryPorts;
import city.world.ResidentId;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.state.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns a batch of events into memories: first in the record, with the cursor, then in the index; and then lets those
/// sleep who fell asleep in it. Begun again after a failure, the same batch makes the same memories; only where a tick
/// holds a flood it makes more of it, as attention begins anew. On the follower's thread.
final class Keeper {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    private final MemoryPorts ports;
    private final Nights nights;
    private final Attention attention = new Attention();
    private final MemoryIndex index;
    private final WorkingSets workingSets;
    private final Standings standings;
    private final Accesses accesses;

    /// @param nights which others before it may have left undone
    Keeper(
            MemoryPorts ports,
            Nights nights,
            MemoryIndex index,
            WorkingSets workingSets,
            Standings standings,
            Accesses accesses) {
        this.ports = ports;
        this.nights = nights;
        this.index = index;
        this.workingSets = workingSets;
        this.standings = standings;
        this.accesses = accesses;
    }

    /// The words of what is new become vectors before it is written, those of a summary before it takes the place of
    /// what it is made of. So without an embedder record and index agree, but the record may hold a batch of which
    /// somebody waits for sleep yet.
    ///
    /// @param events   those of them that are kept for ever
    /// @param from,to  the cursor before and after
    /// @return whether the record holds the cursor now; a batch in which nobody remembered or slept is not written
    boolean keep(List<LoggedEvent> events, Snapshot snapshot, long from, long to) {
        var told = events.stream()
                .flatMap(it -> ports.reader().apply(it).map(fact -> new Told(it, fact)).stream())
                .toList();
        var testimony = ports.witness().testify(told, snapshot);
        var memories = Stream.concat(
                        testimony.experiences().stream().filter(this::isTakenIn).map(Keeper::memory),
                        told.stream().flatMap(Keeper::given))
                .toList();
        var sleepers = testimony.asleep().stream().map(FellAsleep::resident).toList();
        if (!memories.isEmpty() || !sleepers.isEmpty()) {
            var added = append(memories, snapshot.tick(), from, to);
            nights.fellAsleep(sleepers, snapshot.tick());
            show(added);
        }
        workingSets.fellAsleep(testimony.asleep());
        sleep();
        return !memories.isEmpty() || !sleepers.isEmpty();
    }

    /// Those who wait for their night have it, as they must before the next batch is kept. What is forgotten depends on
    /// what was recalled, to the last time.
    void sleep() {
        var sleepers = nights.waiting();
        if (!sleepers.isEmpty()) {
            accesses.writeOf(sleepers);
            nights.sleep(index);
        }
    }

    /// What is remembered only once is told again and again, and bounded by its name.
    private boolean isTakenIn(Experience it) {
        return it.once().isPresent() || attention.takesIn(it.resident(), it.tick(), it.stakes());
    }

    /// @return those that are new
    private List<Remembered> append(List<Memory> memories, long tick, long from, long to) {
        List<Remembered> embedded = memories.isEmpty() ? List.of() : embedded(withRoom(memories, tick));
        var ids = new HashSet<>(ports.store().append(embedded, from, to));
        return embedded.stream().filter(it -> ids.contains(it.memory().id())).toList();
    }

    private void show(List<Remembered> added) {
        if (added.isEmpty()) {
            return;
        }
        var made = added.stream().map(Remembered::memory).toList();
        standings.made(made);
        index.putMemories(added);
        workingSets.made(made);
    }

    private List<Remembered> embedded(List<Memory> memories) {
        List<Embedding> vectors =
                ports.embedder().embed(memories.stream().map(Memory::text).toList());
        var embedded = new ArrayList<Remembered>(memories.size());
        for (int i = 0; i < memories.size(); i++) {
            embedded.add(new Remembered(memories.get(i), vectors.get(i)));
        }
        return embedded;
    }

    /// Who has no place left for what is new sleeps on it before its time. That does not help against pinned memories:
    /// then the least important of what is new are not kept.
    private List<Memory> withRoom(List<Memory> memories, long tick) {
        var byResident = memories.stream().collect(Collectors.groupingBy(Memory::resident));
        var residents = List.copyOf(byResident.keySet());
        var crowded = crowded(ports.store().counts(residents), byResident);
        if (crowded.isEmpty()) {
            return memories;
        }
        accesses.writeOf(Set.copyOf(crowded));
        nights.sleepEarly(crowded, tick, index);
        workingSets.forget(crowded);
        var counts = ports.store().counts(crowded);
        var dropped = new HashSet<MemoryId>();
        for (var resident : crowded(counts, byResident)) {
            var made = byResident.getOrDefault(resident, List.of());
            int tooMany = counts.getOrDefault(resident, 0) + made.size() - MemoryIndex.PLACES_PER_RESIDENT;
            LOG.warn("{} has no room for {} of {} new memories", resident.value(), tooMany, made.size());
            made.stream()
                    .sorted(Comparator.comparingInt(Memory::importance))
                    .limit(tooMany)
                    .forEach(it -> dropped.add(it.id()));
        }
        return memories.stream().filter(it -> !dropped.contains(it.id())).toList();
    }

    private static List<ResidentId> crowded(Map<ResidentId, Integer> counts, Map<ResidentId, List<Memory>> byResident) {
        return byResident.entrySet().stream()
                .filter(it ->
                        counts.getOrDefault(it.getKey(), 0) + it.getValue().size() > MemoryIndex.PLACES_PER_RESIDENT)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Memory memory(Experience it) {
        var id = it.once()
                .map(name -> Ids.once(it.resident(), name))
                .orElseGet(() -> Ids.of(it.sequence(), it.ordinal(), it.resident()));
        return fresh(
                id,
                it.resident(),
                it.kind(),
                Summary.cut(it.text()),
                Importance.of(it.stakes()),
                it.tick(),
                false,
                List.of(it.sequence()));
    }

    private static Stream<Memory> given(Told told) {
        return told.fact() instanceof MemoryEvent.Remembered it
                ? Stream.of(fresh(
                        it.memory(),
                        it.resident(),
                        it.kind(),
                        it.text(),
                        it.importance(),
                        told.logged().tick(),
                        it.pinned(),
                        it.evidence().orElseGet(() -> List.of(told.logged().sequence()))))
                : Stream.empty();
    }

    private static Memory fresh(
            MemoryId id,
            ResidentId resident,
            Memory.Kind kind,
            String text,
            int importance,
            long tick,
            boolean pinned,
            List<Long> evidence) {
        return new Memory(id, resident, kind, text, importance, tick, tick, 0, pinned, evidence);
    }
}
