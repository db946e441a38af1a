package city.memory;

/// What was at stake for a resident in something that happened: all that is needed to say how much it matters. Said by
/// whoever knows events, ties and goals.
///
/// @param base      per mille, of the kind of event: 30 for a rest, 850 for what the whole city is told
/// @param tie       strength of the tie with whom it happened, per mille; 0 for none
/// @param goal      it touches a goal of the resident
/// @param ownPlace  it happened where the resident lives or works
public record Stakes(int base, Role role, int tie, boolean goal, boolean ownPlace) {
    public static final int MIN_BASE = 30;
    public static final int MAX_BASE = 850;

    public enum Role {
        /// It was done to the resident.
        TARGET,
        /// It was told to the resident.
        LISTENER,
        /// The resident did it.
        ACTOR,
        /// The resident was there.
        OBSERVER
    }

    public Stakes {
        if (base < MIN_BASE || base > MAX_BASE) {
            throw new IllegalArgumentException("base must be %d to %d: %d".formatted(MIN_BASE, MAX_BASE, base));
        }
        if (tie < 0 || tie > Memory.FULL) {
            throw new IllegalArgumentException("tie must be 0 to %d: %d".formatted(Memory.FULL, tie));
        }
    }
}
