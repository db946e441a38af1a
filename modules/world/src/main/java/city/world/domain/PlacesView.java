package city.world.domain;

import city.world.Atlas;
import city.world.LocationId;
import city.world.LocationKind;
import city.world.kernel.state.IdIndex;
import city.world.kernel.state.Snapshot;
import city.world.kernel.state.TableView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/// The map as it was after one commit. Immutable, safe from any thread.
public final class PlacesView {
    private static final LocationKind[] KINDS = LocationKind.values();

    private final PlaceTables columns;
    private final IdIndex districtRows;
    private final IdIndex locationRows;
    private final TableView districts;
    private final TableView neighborhoods;
    private final TableView locations;

    PlacesView(PlaceTables columns, IdIndex districtRows, IdIndex locationRows, Snapshot snapshot) {
        this.columns = columns;
        this.districtRows = districtRows;
        this.locationRows = locationRows;
        this.districts = snapshot.of(columns.districts);
        this.neighborhoods = snapshot.of(columns.neighborhoods);
        this.locations = snapshot.of(columns.locations);
    }

    public int districts() {
        return districts.rows();
    }

    public int neighborhoods() {
        return neighborhoods.rows();
    }

    public int locations() {
        return locations.rows();
    }

    /// @return the row, or -1
    public int districtRowOf(UUID id) {
        return districtRows.find(districts, id);
    }

    /// @return the row, or -1
    public int locationRowOf(LocationId id) {
        return locationRows.find(locations, id.value());
    }

    public UUID districtId(int district) {
        return districts.get(columns.districtId, district);
    }

    public String districtName(int district) {
        return districts.get(columns.districtName, district);
    }

    public UUID neighborhoodId(int neighborhood) {
        return neighborhoods.get(columns.neighborhoodId, neighborhood);
    }

    public String neighborhoodName(int neighborhood) {
        return neighborhoods.get(columns.neighborhoodName, neighborhood);
    }

    public int districtOfNeighborhood(int neighborhood) {
        return neighborhoods.get(columns.neighborhoodDistrict, neighborhood);
    }

    public int neighborhoodOf(int location) {
        return locations.get(columns.locationNeighborhood, location);
    }

    public int districtOf(int location) {
        return districtOfNeighborhood(neighborhoodOf(location));
    }

    public LocationId locationId(int location) {
        return new LocationId(locations.get(columns.locationId, location));
    }

    /// The ids of all locations, by neighborhood, each list in row order.
    public List<List<LocationId>> locationIdsByNeighborhood() {
        var ids = new ArrayList<List<LocationId>>();
        for (int neighborhood = 0; neighborhood < neighborhoods(); neighborhood++) {
            ids.add(new ArrayList<>());
        }
        for (int row = 0; row < locations(); row++) {
            ids.get(neighborhoodOf(row)).add(locationId(row));
        }
        return ids;
    }

    /// Why it, or the nearest place around it that is closed, is closed by order; empty when none is.
    public String closedBecause(int location) {
        for (int row = location; row != PlaceTables.NONE; row = parentOf(row)) {
            var reason = locations.get(columns.locationClosedBecause, row);
            if (!reason.isEmpty()) {
                return reason;
            }
        }
        return "";
    }

    private int parentOf(int location) {
        return locations.get(columns.locationParent, location);
    }

    /// The last row of those that lie within a location, which follow its own.
    public int lastWithin(int location) {
        int last = location;
        while (last + 1 < locations() && parentOf(last + 1) >= location) {
            last++;
        }
        return last;
    }

    /// The places that lie within it directly.
    public List<LocationId> childrenOf(int location) {
        int last = lastWithin(location);
        return last == location
                ? List.of()
                : IntStream.rangeClosed(location + 1, last)
                        .filter(row -> parentOf(row) == location)
                        .mapToObj(this::locationId)
                        .toList();
    }

    /// @param dayOfWeek 0 for Monday
    public boolean opens(Atlas.Location location, int row, int dayOfWeek, int minuteOfDay) {
        return closedBecause(row).isEmpty() && Places.covers(location.hours(), dayOfWeek, minuteOfDay);
    }

    public Atlas.Location location(int row) {
        return new Atlas.Location(
                locationId(row),
                locations.get(columns.locationName, row),
                KINDS[locations.get(columns.locationKind, row)],
                locations.get(columns.locationXMeters, row),
                locations.get(columns.locationYMeters, row),
                locations.get(columns.locationCapacity, row),
                PackedHours.unpack(locations.get(columns.locationHours, row)),
                parentOf(row) == PlaceTables.NONE ? Optional.empty() : Optional.of(locationId(parentOf(row))));
    }
}
