package city.agents.domain.precedent;

import city.world.ResidentId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The precedents of all residents, for a limited time. When a resident has too many, or all have, the one that was
/// used least lately gives way. No part of the city's state: what is followed is a command like any other, and a
/// process begins without any. Safe from any thread; a call costs a few map look-ups.
public final class Precedents {
    private final long ticksKept;
    private final int perResident;
    private final int inAll;

    /// The least lately used first.
    private final LinkedHashMap<Key, Precedent> all = new LinkedHashMap<>(16, 0.75f, true);

    /// The same for each resident.
    private final Map<ResidentId, LinkedHashMap<Circumstances, Key>> ofResidents = new HashMap<>();

    private record Key(ResidentId resident, Circumstances circumstances) {}

    /// @param ticksKept after which a precedent is none any more; 0 keeps none
    public Precedents(long ticksKept, int perResident, int inAll) {
        this.ticksKept = ticksKept;
        this.perResident = perResident;
        this.inAll = inAll;
    }

    /// Whether any are ever kept.
    public boolean areKept() {
        return ticksKept > 0;
    }

    public synchronized int count() {
        return all.size();
    }

    /// What is to be done again. Being used does not make it last longer.
    public synchronized Optional<Precedent> find(ResidentId resident, Circumstances circumstances, long tick) {
        var key = new Key(resident, circumstances);
        var found = all.get(key);
        if (found == null) {
            return Optional.empty();
        }
        if (tick - found.tick() >= ticksKept) {
            remove(key);
            return Optional.empty();
        }
        own(resident).get(circumstances);
        return Optional.of(found);
    }

    /// Keeps it in place of any that is there.
    public synchronized void keep(ResidentId resident, Circumstances circumstances, Precedent precedent) {
        if (!areKept() || !Precedent.mayBe(precedent.action())) {
            return;
        }
        var key = new Key(resident, circumstances);
        all.put(key, precedent);
        var own = own(resident);
        own.put(circumstances, key);
        if (own.size() > perResident) {
            remove(own.firstEntry().getValue());
        }
        if (all.size() > inAll) {
            remove(all.firstEntry().getKey());
        }
    }

    public synchronized void drop(ResidentId resident, Circumstances circumstances) {
        remove(new Key(resident, circumstances));
    }

    private void remove(Key key) {
        all.remove(key);
        var own = own(key.resident());
        own.remove(key.circumstances());
        if (own.isEmpty()) {
            ofResidents.remove(key.resident());
        }
    }

    private LinkedHashMap<Circumstances, Key> own(ResidentId resident) {
        return ofResidents.computeIfAbsent(resident, _ -> new LinkedHashMap<>(16, 0.75f, true));
    }
}
