package city.agents.domain.precedent;

import city.agents.Action;

/// What a model decided and the city followed.
///
/// @param question the number of the question that the model answered
/// @param tick     in which that was asked
/// @param reason   that the model gave, in its own words
public record Precedent(Action action, long question, long tick, String reason) {
    /// Whether an action may be done again unasked. Talk is always thought about, and so is what a resident gives away
    /// or what changes its life.
    public static boolean mayBe(Action action) {
        return switch (action) {
            case Action.Move _,
                    Action.Work _,
                    Action.Buy _,
                    Action.Use _,
                    Action.Rest _,
                    Action.Sleep _,
                    Action.Wait _,
                    Action.Study _ -> true;
            case Action.Give _,
                    Action.TakeJob _,
                    Action.QuitJob _,
                    Action.Say _,
                    Action.Invite _,
                    Action.Reply _,
                    Action.LeaveTalk _ -> false;
        };
    }
}
