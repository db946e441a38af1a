package city.world.domain;

import city.world.Atlas;
import city.world.Hours;
import city.world.LocationId;
import city.world.LocationKind;
import city.world.kernel.state.IdIndex;
import city.world.kernel.state.Snapshot;
import city.world.kernel.state.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/// The map that is: founded once, then only closed and reopened in places. Locations are addressed by row.
///
/// Mutable, on the city thread; questions may be asked from any thread while nothing is written.
public final class Places {
    private static final int NONE = -1;
    private static final LocationKind[] KINDS = LocationKind.values();

    private final PlaceTables tables = new PlaceTables();
    private final IdIndex districtRows = new IdIndex(tables.districts, tables.districtId);
    private final IdIndex locationRows = new IdIndex(tables.locations, tables.locationId);
    private List<Atlas.Location> locations = List.of();
    private int[] streetOfNeighborhood = {};
    private Nesting nesting = Nesting.NONE;
    private NearestPlaces nearest = NearestPlaces.NONE;

    public List<Table> tables() {
        return tables.all();
    }

    public void found(Atlas atlas) {
        tables.add(atlas);
        rebuild();
    }

    /// Makes all indexes anew from the tables.
    public void rebuild() {
        int count = tables.locations.rows();
        var places = new ArrayList<Atlas.Location>(count);
        streetOfNeighborhood = new int[tables.neighborhoods.rows()];
        Arrays.fill(streetOfNeighborhood, NONE);
        for (int row = 0; row < count; row++) {
            places.add(read(row));
            int neighborhood = tables.locationNeighborhood.get(row);
            if (kindOf(row) == LocationKind.STREET && streetOfNeighborhood[neighborhood] == NONE) {
                streetOfNeighborhood[neighborhood] = row;
            }
        }
        locationRows.rebuild();
        districtRows.rebuild();
        locations = List.copyOf(places);
        nesting = Nesting.of(
                IntStream.range(0, count).map(tables.locationParent::get).toArray());
        nearest = NearestPlaces.of(
                locations.stream().mapToInt(it -> it.kind().ordinal()).toArray(),
                locations.stream().mapToInt(Atlas.Location::xMeters).toArray(),
                locations.stream().mapToInt(Atlas.Location::yMeters).toArray());
    }

    /// @param reason not blank
    public void close(int row, String reason) {
        tables.locationClosedBecause.set(row, reason);
    }

    public void reopen(int row) {
        tables.locationClosedBecause.set(row, "");
    }

    public boolean isClosedByOrder(int row) {
        return !tables.locationClosedBecause.get(row).isEmpty();
    }

    /// Whether somebody closed it, or a place around it.
    public boolean isShut(int row) {
        for (int place = row; place != Nesting.NOTHING; place = nesting.parentOf(place)) {
            if (isClosedByOrder(place)) {
                return true;
            }
        }
        return false;
    }

    /// @param dayOfWeek 0 for Monday
    public boolean opens(int row, int dayOfWeek, int minuteOfDay) {
        return covers(locations.get(row).hours(), dayOfWeek, minuteOfDay) && !isShut(row);
    }

    /// What lies within what.
    public Nesting nesting() {
        return nesting;
    }

    public int count() {
        return locations.size();
    }

    /// @throws IndexOutOfBoundsException when there is no such row
    public Atlas.Location location(int row) {
        return locations.get(row);
    }

    /// @return the row, or -1
    public int rowOf(LocationId location) {
        return locationRows.find(location.value());
    }

    /// The first street of the location's neighborhood.
    public int streetOf(int row) {
        return streetOfNeighborhood[tables.locationNeighborhood.get(row)];
    }

    public int districtOf(int row) {
        return tables.neighborhoodDistrict.get(tables.locationNeighborhood.get(row));
    }

    public UUID neighborhoodIdOf(int row) {
        return tables.neighborhoodId.get(tables.locationNeighborhood.get(row));
    }

    public int districts() {
        return tables.districts.rows();
    }

    public UUID districtId(int district) {
        return tables.districtId.get(district);
    }

    public List<Integer> nearest(int row, LocationKind kind) {
        return nearest.nearest(row, kind);
    }

    /// The map as it was after a commit. Safe from any thread.
    public PlacesView in(Snapshot snapshot) {
        return new PlacesView(tables, districtRows, locationRows, snapshot);
    }

    /// What is broken in the map: rows that point nowhere, neighborhoods without a street. Empty when nothing is.
    public List<String> dangling() {
        var broken = new ArrayList<String>();
        for (int row = 0; row < tables.neighborhoods.rows(); row++) {
            if (!tables.districts.exists(tables.neighborhoodDistrict.get(row))) {
                broken.add(
                        "neighborhood %d is in no district: %d".formatted(row, tables.neighborhoodDistrict.get(row)));
            }
            if (streetOfNeighborhood[row] == NONE) {
                broken.add("neighborhood %d has no street".formatted(row));
            }
        }
        for (int row = 0; row < tables.locations.rows(); row++) {
            if (!tables.neighborhoods.exists(tables.locationNeighborhood.get(row))) {
                broken.add(
                        "location %d is in no neighborhood: %d".formatted(row, tables.locationNeighborhood.get(row)));
            }
            int parent = tables.locationParent.get(row);
            if (parent < NONE || parent >= row) {
                broken.add(
                        "location %d lies within a location that does not stand before it: %d".formatted(row, parent));
            }
            if (rowOf(locations.get(row).id()) != row) {
                broken.add("location %d is not found by its id %s".formatted(row, tables.locationId.get(row)));
            }
        }
        return broken;
    }

    static boolean covers(List<Hours> hours, int dayOfWeek, int minuteOfDay) {
        for (int i = 0; i < hours.size(); i++) {
            if (hours.get(i).covers(dayOfWeek, minuteOfDay)) {
                return true;
            }
        }
        return false;
    }

    private LocationKind kindOf(int row) {
        return KINDS[tables.locationKind.get(row)];
    }

    private Atlas.Location read(int row) {
        return new Atlas.Location(
                new LocationId(tables.locationId.get(row)),
                tables.locationName.get(row),
                kindOf(row),
                tables.locationXMeters.get(row),
                tables.locationYMeters.get(row),
                tables.locationCapacity.get(row),
                PackedHours.unpack(tables.locationHours.get(row)),
                Optional.of(tables.locationParent.get(row))
                        .filter(it -> it != PlaceTables.NONE)
                        .map(it -> new LocationId(tables.locationId.get(it))));
    }
}
