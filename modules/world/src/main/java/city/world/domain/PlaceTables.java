package city.world.domain;

import city.world.Atlas;
import city.world.LocationId;
import city.world.LocationKind;
import city.world.kernel.state.BytesColumn;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.Table;
import city.world.kernel.state.TextColumn;
import city.world.kernel.state.UuidColumn;
import java.util.HashMap;
import java.util.List;

/// The map as declared state: three tables whose rows are in the order of the founding atlas. Only `closed_because`
/// changes later.
final class PlaceTables {
    static final int NONE = -1;

    final Table districts = new Table("world", "districts");
    final UuidColumn districtId = districts.uuids("id");
    final TextColumn districtName = districts.texts("name");

    final Table neighborhoods = new Table("world", "neighborhoods");
    final UuidColumn neighborhoodId = neighborhoods.uuids("id");
    final IntColumn neighborhoodDistrict = neighborhoods.ints("district");
    final TextColumn neighborhoodName = neighborhoods.texts("name");

    final Table locations = new Table("world", "locations");
    final UuidColumn locationId = locations.uuids("id");
    final IntColumn locationNeighborhood = locations.ints("neighborhood");
    final TextColumn locationName = locations.texts("name");
    /// The ordinal of {@link LocationKind}.
    final IntColumn locationKind = locations.ints("kind");
    final IntColumn locationXMeters = locations.ints("x_meters");
    final IntColumn locationYMeters = locations.ints("y_meters");
    final IntColumn locationCapacity = locations.ints("capacity");
    final BytesColumn locationHours = locations.bytes("hours");
    /// Empty when nobody closed it.
    final TextColumn locationClosedBecause = locations.texts("closed_because");
    /// The row of the place that it lies within, or -1. Rows of places within one follow its own.
    final IntColumn locationParent = locations.ints("parent");

    List<Table> all() {
        return List.of(districts, neighborhoods, locations);
    }

    void add(Atlas atlas) {
        for (var district : atlas.districts()) {
            int row = districts.add();
            districtId.set(row, district.id());
            districtName.set(row, district.name());
            district.neighborhoods().forEach(neighborhood -> add(neighborhood, row));
        }
    }

    private void add(Atlas.Neighborhood neighborhood, int district) {
        int row = neighborhoods.add();
        neighborhoodId.set(row, neighborhood.id());
        neighborhoodDistrict.set(row, district);
        neighborhoodName.set(row, neighborhood.name());
        var rows = new HashMap<LocationId, Integer>();
        for (var location : neighborhood.locations()) {
            int parent = location.parent().map(rows::get).orElse(NONE);
            rows.put(location.id(), add(location, row, parent));
        }
    }

    private int add(Atlas.Location location, int neighborhood, int parent) {
        int row = locations.add();
        locationId.set(row, location.id().value());
        locationNeighborhood.set(row, neighborhood);
        locationName.set(row, location.name());
        locationKind.set(row, location.kind().ordinal());
        locationXMeters.set(row, location.xMeters());
        locationYMeters.set(row, location.yMeters());
        locationCapacity.set(row, location.capacity());
        locationHours.set(row, PackedHours.pack(location.hours()));
        locationParent.set(row, parent);
        return row;
    }
}
