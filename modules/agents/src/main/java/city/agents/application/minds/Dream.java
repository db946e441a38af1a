package city.agents.application.minds;

import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Thought.Answered;
import city.agents.Thought.Asked;
import city.agents.domain.night.NightThoughts;
import java.util.List;

/// What came of a night.
///
/// @param thoughts to be handed in; none unless the outcome is {@link Outcome#FOLLOWED}
/// @param detail   why there are none, or what of them was left out; may be empty
record Dream(Asked asked, Answered answered, NightThoughts thoughts, Outcome outcome, String detail) {
    private static final NightThoughts NONE = new NightThoughts(List.of(), List.of(), List.of(), List.of());

    static Dream of(Asked asked, Answered answered, NightThoughts thoughts) {
        var faults = String.join("; ", thoughts.faults());
        return thoughts.isEmpty() && !faults.isEmpty()
                ? none(asked, answered, Outcome.UNUSABLE, faults)
                : new Dream(asked, answered, thoughts, Outcome.FOLLOWED, faults);
    }

    static Dream none(Asked asked, Answered answered, Outcome why, String detail) {
        return new Dream(asked, answered, NONE, why, detail);
    }

    static Dream none(Outcome why, String detail) {
        return none(Asked.NOTHING, Answered.NOTHING, why, detail);
    }

    Dream but(Outcome other, String why) {
        return new Dream(asked, answered, thoughts, other, why);
    }

    Dream without(String fault) {
        return new Dream(asked, answered, thoughts, outcome, detail.isEmpty() ? fault : detail + "; " + fault);
    }
}
