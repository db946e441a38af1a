package city.world;

/// What a place is for. The kind says how people read it; what can be bought or earned there, the economy says.
///
/// The record keeps a constant by its place in this list: new ones go at the end.
public enum LocationKind {
    HOME,
    STREET,
    SQUARE,
    PARK,
    WATERSIDE,
    CHAPEL,
    LIBRARY,
    TAVERN,
    EATERY,
    SHOP,
    WORKSHOP,
    FARM,
    MILL,
    SCHOOL,
    CLINIC,
    HALL,
    OFFICE;

    /// Whether people go there to be among people or at peace, without a purchase.
    public boolean isForLeisure() {
        return switch (this) {
            case SQUARE, PARK, WATERSIDE, CHAPEL, LIBRARY, TAVERN -> true;
            case HOME, STREET, EATERY, SHOP, WORKSHOP, FARM, MILL, SCHOOL, CLINIC, HALL, OFFICE -> false;
        };
    }

    public boolean isOutdoors() {
        return switch (this) {
            case STREET, SQUARE, PARK, WATERSIDE, FARM -> true;
            case HOME, CHAPEL, LIBRARY, TAVERN, EATERY, SHOP, WORKSHOP, MILL, SCHOOL, CLINIC, HALL, OFFICE -> false;
        };
    }
}
