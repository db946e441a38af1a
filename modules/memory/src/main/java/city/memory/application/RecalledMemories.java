package city.memory.application;

import city.memory.Memories;
import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.RecallQuery;
import city.memory.Recollection;
import city.memory.domain.Embedding;
import city.memory.domain.Recall;
import city.memory.domain.Recall.Candidate;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the index what lies near, the record what it is, and the rules what of it comes to mind.
final class RecalledMemories implements Memories {
    private static final Logger LOG = LoggerFactory.getLogger(RecalledMemories.class);

    private final MemoryStore store;
    private final Embedder embedder;
    private final Recall recall;
    private final Supplier<Optional<MemoryIndex>> index;
    private final WorkingSets workingSets;
    private final Accesses accesses;
    private final Progress progress;

    /// @param index empty while there is none
    RecalledMemories(
            CityClock clock,
            MemoryStore store,
            Embedder embedder,
            Supplier<Optional<MemoryIndex>> index,
            WorkingSets workingSets,
            Accesses accesses,
            Progress progress) {
        this.store = store;
        this.embedder = embedder;
        this.recall = new Recall(clock);
        this.index = index;
        this.workingSets = workingSets;
        this.accesses = accesses;
        this.progress = progress;
    }

    @Override
    public List<Recollection> recall(RecallQuery query, Optional<Kind> kind) {
        workingSets.begin(query.resident());
        var vector = vector(query.words());
        // Only the record knows kinds: of one kind, the nearest of all may be few.
        int candidates = kind.isPresent() ? MemoryIndex.MAX_NEAREST : query.candidates();
        var near = nearest(new Question(query.resident(), vector, candidates)).stream()
                .collect(Collectors.toMap(Neighbour::memory, Neighbour::cosine));
        var found = store.find(List.copyOf(near.keySet())).stream()
                .filter(it -> kind.isEmpty() || kind.get() == it.kind())
                .map(it -> new Candidate(accesses.of(it), near.getOrDefault(it.id(), 0.0)))
                .toList();
        var best = recall.best(query, found);
        accesses.count(best.stream().map(Recollection::memory).toList(), query.tick());
        return best;
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
