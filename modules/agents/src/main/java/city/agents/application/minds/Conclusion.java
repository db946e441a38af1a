package city.agents.application.minds;

import city.agents.Action;
import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Thought.Answered;
import city.agents.Thought.Asked;
import java.util.Optional;

/// What thinking about a question came to.
///
/// @param action  to be handed in; empty when the routine is to decide, for the reason of `outcome`
/// @param outcome {@link Outcome#FOLLOWED} with an action, until the city has said otherwise
/// @param detail  for people; empty with an action
record Conclusion(Asked asked, Answered answered, Optional<Action> action, Outcome outcome, String detail) {
    static Conclusion of(Asked asked, Answered answered, Action action) {
        return new Conclusion(asked, answered, Optional.of(action), Outcome.FOLLOWED, "");
    }

    static Conclusion none(Asked asked, Answered answered, Outcome why, String detail) {
        return new Conclusion(asked, answered, Optional.empty(), why, detail);
    }

    static Conclusion none(Outcome why, String detail) {
        return none(Asked.NOTHING, Answered.NOTHING, why, detail);
    }
}
