package city.world;

/// Day and night in four parts. The weather may change where one part ends.
public enum TimeOfDay {
    NIGHT,
    MORNING,
    AFTERNOON,
    EVENING;

    /// @param minuteOfDay 0..1439; night until 06:00 and from 22:00, morning until noon, afternoon until 18:00
    public static TimeOfDay at(int minuteOfDay) {
        int hour = minuteOfDay / 60;
        if (hour < 6 || hour >= 22) {
            return NIGHT;
        }
        return hour < 12 ? MORNING : hour < 18 ? AFTERNOON : EVENING;
    }
}
