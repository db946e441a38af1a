package city.adapter.qdrant;

import static city.memory.spi.MemoryIndex.PLACES_PER_RESIDENT;
import static io.qdrant.client.ConditionFactory.hasId;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import city.memory.spi.MemoryIndex.Key;
import city.world.ResidentId;
import io.qdrant.client.grpc.Common.Filter;
import io.qdrant.client.grpc.Common.PointId;
import io.qdrant.client.grpc.Points.CountPoints;
import io.qdrant.client.grpc.Points.RetrievedPoint;
import io.qdrant.client.grpc.Points.ScrollPoints;
import io.qdrant.client.grpc.Points.WithPayloadSelector;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Minds that no resident has more points than places. For each resident it knows a number that the points cannot
/// exceed, and asks the server for the true one only where a batch would bring that number above the places. For the
/// one thread that writes.
final class Places {
    private final Wire wire;
    private final String collection;
    private final Points points;
    private final Map<ResidentId, Long> atMost = new HashMap<>();

    /// True when the server had no points at the beginning, so that who is not known has none.
    private final boolean wasEmpty;

    Places(Wire wire, String collection, Points points) {
        this.wire = wire;
        this.collection = collection;
        this.points = points;
        this.wasEmpty = count() == 0;
    }

    /// Points of the own space.
    long count() {
        return count(points.filter());
    }

    /// How many of the keys, from the first on, have a place. These count as put from now on, also if that fails.
    int fitting(List<Key> keys) {
        var tight = new HashMap<ResidentId, Tight>();
        var wanted = keys.stream().collect(groupingBy(Key::resident, mapping(points::idOf, toSet())));
        wanted.forEach((resident, ids) -> {
            long after = atMost.computeIfAbsent(resident, this::countUnlessEmpty) + ids.size();
            if (after <= PLACES_PER_RESIDENT) {
                atMost.put(resident, after);
            } else {
                tight.put(resident, tight(resident, ids));
            }
        });
        int fitting = 0;
        while (fitting < keys.size() && takes(tight, keys.get(fitting))) {
            fitting++;
        }
        tight.forEach((resident, it) -> atMost.put(resident, it.count));
        return fitting;
    }

    private boolean takes(Map<ResidentId, Tight> tight, Key key) {
        var resident = tight.get(key.resident());
        return resident == null || resident.takes(points.idOf(key));
    }

    private long countUnlessEmpty(ResidentId resident) {
        return wasEmpty ? 0 : count(points.filter(resident));
    }

    private long count(Filter filter) {
        var request = CountPoints.newBuilder()
                .setCollectionName(collection)
                .setFilter(filter)
                .setExact(true)
                .build();
        return wire.points(it -> it.count(request)).getResult().getCount();
    }

    private Tight tight(ResidentId resident, Set<PointId> ids) {
        var own = points.filter(resident);
        var request = ScrollPoints.newBuilder()
                .setCollectionName(collection)
                .setFilter(own.toBuilder().addMust(hasId(List.copyOf(ids))))
                .setLimit(ids.size())
                .setWithPayload(WithPayloadSelector.newBuilder().setEnable(false))
                .build();
        var there = wire.points(it -> it.scroll(request)).getResultList();
        return new Tight(count(own), there.stream().map(RetrievedPoint::getId).collect(toSet()));
    }

    /// A resident whose places may not suffice.
    private static final class Tight {
        private long count;
        private final Set<PointId> there;

        Tight(long count, Set<PointId> there) {
            this.count = count;
            this.there = new HashSet<>(there);
        }

        boolean takes(PointId id) {
            if (there.contains(id)) {
                return true;
            }
            if (count >= PLACES_PER_RESIDENT) {
                return false;
            }
            count++;
            return there.add(id);
        }
    }
}
