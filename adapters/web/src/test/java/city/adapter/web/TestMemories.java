package city.adapter.web;

import city.memory.Memories;
import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.MemoryId;
import city.memory.RecallQuery;
import city.memory.Recollection;
import city.memory.Recollection.Score;
import city.world.ResidentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/// Ada remembers five purchases and a talk, newest last. What is asked is noted.
final class TestMemories implements Memories {
    final AtomicReference<RecallQuery> asked = new AtomicReference<>();
    volatile Optional<NotReady> refusal = Optional.empty();
    volatile boolean isUpToDate = true;

    @Override
    public List<Recollection> recall(RecallQuery query, Optional<Kind> kind) {
        asked.set(query);
        refusal.ifPresent(it -> {
            throw it;
        });
        return all(query.resident()).stream()
                .filter(it -> kind.isEmpty() || kind.get() == it.kind())
                .limit(query.limit())
                .map(it -> new Recollection(it, new Score(0.25, 0.5, 1)))
                .toList();
    }

    @Override
    public List<Memory> recent(ResidentId resident, long tick) {
        return List.of();
    }

    @Override
    public List<Memory> list(Listing listing) {
        return all(listing.resident()).reversed().stream()
                .filter(it -> listing.kind().isEmpty() || listing.kind().get() == it.kind())
                .filter(it -> listing.before()
                        .map(before -> it.madeAt() < before.madeAt())
                        .orElse(true))
                .limit(listing.limit())
                .toList();
    }

    @Override
    public int count(ResidentId resident) {
        return all(resident).size();
    }

    @Override
    public boolean await(long sequence, Duration atMost) {
        return isUpToDate;
    }

    private static List<Memory> all(ResidentId resident) {
        if (!resident.value().equals(TestCity.ADA)) {
            return List.of();
        }
        var all = new ArrayList<Memory>();
        for (int i = 0; i < 6; i++) {
            all.add(new Memory(
                    new MemoryId(new UUID(6, i)),
                    resident,
                    i < 5 ? Kind.OBSERVATION : Kind.CONVERSATION,
                    "memory " + i,
                    180,
                    12L * i,
                    12L * i,
                    i,
                    false,
                    List.of(i + 1L)));
        }
        return all;
    }
}
