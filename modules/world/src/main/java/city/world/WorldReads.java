package city.world;

import city.world.kernel.state.Snapshot;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The world as readers see it, from a snapshot. Safe from any thread.
public interface WorldReads {
    WorldState now(Snapshot snapshot);

    List<DistrictState> districts(Snapshot snapshot);

    Optional<DistrictState> findDistrict(Snapshot snapshot, UUID id);

    /// All locations, in row order.
    List<LocationState> locations(Snapshot snapshot);

    Optional<LocationState> findLocation(Snapshot snapshot, LocationId id);

    /// Those of them that are there, in the order of the ids.
    default List<LocationState> findLocations(Snapshot snapshot, Collection<LocationId> ids) {
        return ids.stream().flatMap(it -> findLocation(snapshot, it).stream()).toList();
    }

    /// @param row of {@link #locations}
    LocationId locationAt(Snapshot snapshot, int row);

    Optional<Whereabouts> whereIs(Snapshot snapshot, ResidentId resident);

    /// The present ids, in slot order.
    List<ResidentId> residentsAt(Snapshot snapshot, LocationId location);

    /// @return the resident's slot, or {@link World#NOWHERE}
    int slotOf(Snapshot snapshot, ResidentId resident);

    /// Who is where, for those who draw the whole city.
    Positions positions(Snapshot snapshot);

    /// Everybody's whereabouts after one commit, by slot, without an object a resident. Immutable, safe from any
    /// thread. Slots are dense; locations are rows of {@link #locations}.
    interface Positions {
        /// One more than the highest slot.
        int slots();

        /// @return the location's row, or {@link World#NOWHERE} when the resident is on the way or gone
        int locationOf(int slot);

        /// @return the row where it set off, or {@link World#NOWHERE} when it is not on the way
        int originOf(int slot);

        /// @return the row where it is going, or {@link World#NOWHERE} when it is not on the way
        int destinationOf(int slot);

        /// The tick at which it set off; 0 when it is not on the way.
        long departureOf(int slot);

        /// The tick at which it gets there; 0 when it is not on the way.
        long arrivalOf(int slot);

        /// Whether nobody moved between the two. False may also mean that it is not known.
        boolean sameAs(Positions other);
    }

    /// @param present how many residents are in the city, also those on the way
    record WorldState(
            long tick, Instant time, TimeOfDay timeOfDay, Weather weather, Instant weatherSince, int present) {}

    /// @param present how many residents are at its locations
    record DistrictState(UUID id, String name, List<NeighborhoodState> neighborhoods, int present) {}

    record NeighborhoodState(UUID id, String name, List<LocationId> locations) {}

    /// @param closedBecause why it, or a place around it, is closed whatever its hours say; empty when it is not
    /// @param present       how many residents are at it
    /// @param within        how many residents are at it or at places within it
    /// @param children      the places that lie within it directly
    record LocationState(
            Atlas.Location location,
            UUID district,
            String districtName,
            UUID neighborhood,
            boolean open,
            Optional<String> closedBecause,
            int present,
            int within,
            List<LocationId> children) {
        public LocationState {
            children = List.copyOf(children);
        }
    }

    /// @param at          where the resident is, or where it set off from
    /// @param destination where it is going; empty when it stays
    /// @param arrival     when it gets there
    /// @param district    of `at`
    record Whereabouts(LocationId at, UUID district, Optional<LocationId> destination, Optional<Instant> arrival) {}
}
