package city.agents.domain.body;

import java.util.List;

/// What a resident is doing, and what that does to the body. The record keeps the ordinal: append only.
///
/// Awake, food falls .15 an hour and energy .03 to .07; asleep, food falls .04 and energy rises .125, so that eight
/// hours of sleep make up for a day of work. After the usual figures for needs of simulated residents.
public enum Activity {
    IDLE("idle", -150, -50),
    WALKING("on the way", -150, -70),
    WORKING("working", -150, -65),
    EATING("eating", -150, -40),
    SHOPPING("shopping", -150, -55),
    RESTING("resting", -150, -30),
    RELAXING("passing the time", -150, -50),
    WAITING("waiting", -150, -45),
    SLEEPING("sleeping", -40, 125),
    STILL("paused", 0, 0),
    GONE("departed", 0, 0),
    TALKING("talking", -150, -45),
    LEARNING("learning", -150, -55);

    private static final List<Activity> ALL = List.of(values());

    private final String words;
    private final int foodPerHour;
    private final int energyPerHour;

    Activity(String words, int foodPerHour, int energyPerHour) {
        this.words = words;
        this.foodPerHour = foodPerHour;
        this.energyPerHour = energyPerHour;
    }

    public static Activity of(int code) {
        return ALL.get(code);
    }

    public int code() {
        return ordinal();
    }

    public String words() {
        return words;
    }

    /// Whether one can be in a talk meanwhile, or begin one.
    public boolean allowsTalk() {
        return switch (this) {
            case IDLE, EATING, RESTING, RELAXING, WAITING, TALKING -> true;
            case WALKING, WORKING, SHOPPING, SLEEPING, STILL, GONE, LEARNING -> false;
        };
    }

    int foodPerHour() {
        return foodPerHour;
    }

    int energyPerHour() {
        return energyPerHour;
    }
}
