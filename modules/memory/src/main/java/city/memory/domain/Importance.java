package city.memory.domain;

import city.memory.Stakes;
import city.memory.Stakes.Role;

/// How much something matters to a resident, by rule, so that no model is asked: the kind of event, the resident's part
/// in it (300 as its target, 200 as a listener, 120 as an actor, 40 as an observer), a fifth of the tie, 100 for a goal
/// and 50 for the own place. What is above 750 is pressed into the room that is left below 1000.
public final class Importance {
    private static final int GOAL = 100;
    private static final int OWN_PLACE = 50;
    private static final int PRESSED_ABOVE = 750;

    /// The highest sum is 1500, so a third of what is above 750 ends at 1000.
    private static final int PRESSED_BY = 3;

    private Importance() {}

    /// Per mille, 70 to 1000.
    public static int of(Stakes stakes) {
        int sum = stakes.base()
                + ofRole(stakes.role())
                + stakes.tie() / 5
                + (stakes.goal() ? GOAL : 0)
                + (stakes.ownPlace() ? OWN_PLACE : 0);
        return sum <= PRESSED_ABOVE ? sum : PRESSED_ABOVE + (sum - PRESSED_ABOVE) / PRESSED_BY;
    }

    private static int ofRole(Role role) {
        return switch (role) {
            case TARGET -> 300;
            case LISTENER -> 200;
            case ACTOR -> 120;
            case OBSERVER -> 40;
        };
    }
}
