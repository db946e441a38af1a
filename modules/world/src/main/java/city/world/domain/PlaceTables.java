package city.world.domain;

import city.world.Atlas;
import city.world.LocationKind;
import city.world.kernel.state.BytesColumn;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.Table;
import city.world.kernel.state.TextColumn;
import city.world.kernel.state.UuidColumn;
import java.util.List;

/// The map as declared state: three tables whose rows are in the order of the founding atlas. Only `closed_because`
/// changes later.
final class PlaceTables {
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
        neighborhood.locations().forEach(location -> add(location, row));
    }

    private void add(Atlas.Location location, int neighborhood) {
        int row = locations.add();
        locationId.set(row, location.id().value());
        locationNeighborhood.set(row, neighborhood);
        locationName.set(row, location.name());
        locationKind.set(row, location.kind().ordinal());
        locationXMeters.set(row, location.xMeters());
        locationYMeters.set(row, location.yMeters());
        locationCapacity.set(row, location.capacity());
        locationHours.set(row, PackedHours.pack(location.hours()));
    }
}
