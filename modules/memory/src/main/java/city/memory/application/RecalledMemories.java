package city.memory.application;

import city.memory.Memories;
import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.MemoryId;
import city.memory.RecallQuery;
import city.memory.Recollection;
import city.memory.application.Standings.Known;
import city.memory.domain.Embedding;
import city.memory.domain.Recall;
import city.memory.domain.Recall.Candidate;
import city.memory.domain.Recall.Scored;
import city.memory.spi.Embedder;
import city.memory.spi.MemoryIndex;
import city.memory.spi.MemoryIndex.Lost;
import city.memory.spi.MemoryIndex.Neighbour;
import city.memory.spi.MemoryIndex.Question;
import city.memory.spi.MemoryIndex.Unavailable;
import city.memory.spi.MemoryStore;
import city.world.ResidentId;
import city.world.kernel.CityClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the index what lies near, the record what of it is not known yet, and the rules what of it comes to mind.
final class RecalledMemories implements Memories {
    private static final Logger LOG = LoggerFactory.getLogger(RecalledMemories.class);

    private final MemoryStore store;
    private final Embedder embedder;
    private final Recall recall;
    private final Supplier<Optional<MemoryIndex>> index;
    private final WorkingSets workingSets;
    private final Standings standings;
    private final Accesses accesses;
    private final Progress progress;

    /// @param index empty while there is none
    RecalledMemories(
            CityClock clock,
            MemoryStore store,
            Embedder embedder,
            Supplier<Optional<MemoryIndex>> index,
            WorkingSets workingSets,
            Standings standings,
            Accesses accesses,
            Progress progress) {
        this.store = store;
        this.embedder = embedder;
        this.recall = new Recall(clock);
        this.index = index;
        this.workingSets = workingSets;
        this.standings = standings;
        this.accesses = accesses;
        this.progress = progress;
    }

    @Override
    public List<Recollection> recall(RecallQuery query, Optional<Kind> kind) {
        workingSets.begin(query.resident());
        var vector = vector(query.words());
        // The index knows no kinds: of one kind, the nearest of all may be few.
        int nearby = kind.isPresent() ? MemoryIndex.MAX_NEAREST : query.candidates();
        var known = standings.of(query.resident());
        var best = recall.best(query, candidates(nearest(new Question(query.resident(), vector, nearby)), kind, known));
        var recalled = recollections(best, known);
        var memories = recalled.stream().map(Recollection::memory).toList();
        accesses.count(memories, query.tick());
        known.recalled(memories.stream().map(Memory::id).toList(), query.tick());
        return recalled;
    }

    private List<Candidate> candidates(List<Neighbour> near, Optional<Kind> kind, Known known) {
        var missing = known.missing(near.stream().map(Neighbour::memory).toList());
        if (!missing.isEmpty()) {
            known.take(store.find(missing).stream().map(accesses::of).toList());
        }
        return near.stream()
                .flatMap(it -> known.find(it.memory()).map(standing -> new Candidate(standing, it.cosine())).stream())
                .filter(it -> kind.isEmpty() || kind.get() == it.standing().kind())
                .toList();
    }

    /// What was forgotten before the recall began is missing.
    private List<Recollection> recollections(List<Scored> best, Known known) {
        var found = withWords(best.stream().map(Scored::memory).toList(), known);
        return best.stream()
                .flatMap(
                        it -> Optional.ofNullable(found.get(it.memory()))
                                .map(memory -> new Recollection(memory, it.score()))
                                .stream())
                .toList();
    }

    private Map<MemoryId, Memory> withWords(List<MemoryId> memories, Known known) {
        var found = new HashMap<MemoryId, Memory>();
        known.withWords(memories).forEach(it -> found.put(it.id(), it));
        var wordless = memories.stream().filter(it -> !found.containsKey(it)).toList();
        if (!wordless.isEmpty()) {
            var read = store.find(wordless).stream().map(accesses::of).toList();
            known.takeWords(read);
            read.forEach(it -> found.put(it.id(), it));
        }
        return found;
    }

    @Override
    public List<Memory> recent(ResidentId resident, long tick) {
        return workingSets.recent(resident, tick);
    }

    @Override
    public List<Memory> list(Listing listing) {
        return store.list(listing).stream().map(accesses::of).toList();
    }

    @Override
    public int count(ResidentId resident) {
        return store.counts(List.of(resident)).getOrDefault(resident, 0);
    }

    @Override
    public boolean await(long sequence, Duration atMost) throws InterruptedException {
        return progress.await(sequence, atMost);
    }

    /// The reasons go to the log, for they may name machines.
    private Embedding vector(String words) {
        try {
            return embedder.embed(List.of(words)).getFirst();
        } catch (Embedder.Unavailable silent) {
            LOG.debug("no vector for words to recall by", silent);
            throw new NotReady("the embedder does not answer", silent.retryAfter());
        }
    }

    private List<Neighbour> nearest(Question question) {
        var there = index.get().orElseThrow(RecalledMemories::notReady);
        try {
            return there.nearest(List.of(question)).getFirst();
        } catch (IllegalStateException closedMeanwhile) {
            throw notReady();
        } catch (Unavailable silent) {
            LOG.debug("nothing can be recalled", silent);
            throw new NotReady("the index of memories does not answer");
        } catch (Lost gone) {
            LOG.debug("nothing can be recalled", gone);
            throw notReady();
        }
    }

    private static NotReady notReady() {
        return new NotReady("the index of memories is being built");
    }
}
