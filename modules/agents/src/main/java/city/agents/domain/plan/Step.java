package city.agents.domain.plan;

import city.world.World;

/// One step of a day plan. Times are minutes since midnight of the day on which the plan was made; above 1440 they
/// reach into the days after.
///
/// @param begin when to be there
/// @param end   when it is over or no longer worth beginning; above `begin`
/// @param place the location's row, or {@link World#NOWHERE} when it does not matter
public record Step(StepKind kind, int begin, int end, int place) {
    static final int MAX_MINUTE = 0xffff;

    public Step {
        if (begin < 0 || end <= begin || end > MAX_MINUTE) {
            throw new IllegalArgumentException("begin must be 0 or more and below end, end at most %d: %d to %d"
                    .formatted(MAX_MINUTE, begin, end));
        }
    }

    public static Step anywhere(StepKind kind, int begin, int end) {
        return new Step(kind, begin, end, World.NOWHERE);
    }

    /// Whether it is the same thing to do, though it may end at another time.
    boolean isSameAs(Step other) {
        return kind == other.kind && begin == other.begin && place == other.place;
    }

    public boolean hasPlace() {
        return place != World.NOWHERE;
    }
}
