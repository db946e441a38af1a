package city.adapter.scenario.generate;

/// A way to live: houses, or buildings of floors of flats.
///
/// @param name   of such a building
/// @param share  of the buildings that are such, against the shares of the other ways
/// @param floors of a building; with more than one, flats lie within floors
/// @param flats  on a floor; one on one floor is a house
/// @param beds   in a flat, or in a house
public record HomeRule(String name, int share, Range floors, Range flats, Range beds) {}
