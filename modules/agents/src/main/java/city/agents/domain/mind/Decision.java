package city.agents.domain.mind;

import city.agents.Action;
import city.agents.domain.plan.Plan;

/// What a mind wants to do now, and why.
///
/// @param plan the plan that it follows
/// @param replanned whether it was made just now
/// @param done a bit for each step of the plan that is done or given up, whatever becomes of the action
/// @param doneThen the same, when the action succeeds or was tried too often
public record Decision(Action action, Because because, Plan plan, boolean replanned, int done, int doneThen) {
    /// Refusals one after the other, after which a resident lets things rest for a while.
    public static final int MAX_TRIES = 3;
}
