package city.world;

/// The sky over the whole city, in one word.
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
