package city.agents.application;

import city.agents.ActionResult.Refusal;
import city.agents.domain.body.Activity;
import city.social.InteractionId;

/// What became of an action: what it makes of the actor's time and body, or why it was refused.
sealed interface Attempt {
    /// @param place   where to or where it goes on, a row, or `World.NOWHERE`
    /// @param until   the tick at which it is over
    /// @param nourish by how much it feeds, per mille
    /// @param cheer   by how much it cheers, per mille
    record Begun(Activity activity, int place, long until, int nourish, int cheer) implements Attempt {}

    /// Begun as part of a talk.
    record Talking(InteractionId interaction, Begun begun) implements Attempt {}

    record Refused(Refusal refusal, String detail) implements Attempt {}
}
