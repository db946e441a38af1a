package city.world;

/// The sky over the whole city, in one word.
///
/// The record keeps a constant by its place in this list: new ones go at the end.
public enum Weather {
    CLEAR,
    CLOUDY,
    FOG,
    RAIN,
    STORM,
    SNOW;

    /// Whether people would rather be indoors.
    public boolean isFoul() {
        return this == RAIN || this == STORM || this == SNOW;
    }
}
