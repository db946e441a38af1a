package city.agents.application.minds;

import city.agents.AgentsEvent.MindAsked;
import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Thought;
import city.agents.Thought.Answered;
import city.agents.Thought.Asked;
import city.agents.Thought.Tier;
import city.world.ResidentId;
import city.world.kernel.access.LoggedEvent;
import java.time.Duration;
import java.util.Optional;

/// A program is waited for.
///
/// @param event   that told of it
/// @param heardAt reading of the steady clock
/// @param told    what the resident saw then, in the words that a model is told
/// @param refusal why it may not be asked; empty when it may
/// @param gaveUp  the city was told that nothing comes
record OutsideQuestion(
        MindAsked asked, LoggedEvent event, long heardAt, Asked told, Optional<String> refusal, boolean gaveUp) {
    /// Which question of whom.
    record Key(ResidentId resident, long question) {}

    Key key() {
        return new Key(asked.resident(), asked.question());
    }

    OutsideQuestion givenUp() {
        return new OutsideQuestion(asked, event, heardAt, told, refusal, true);
    }

    /// Nothing was said.
    Thought unanswered(Outcome outcome, String detail, long at) {
        return thought(silence(), outcome, detail, at);
    }

    /// @param action by its wire name
    Thought answered(String action, Outcome outcome, String detail, long at) {
        return thought(silence().saying(action), outcome, detail, at);
    }

    /// Asking is a call, whatever is said.
    private Answered silence() {
        return refusal.isPresent() ? Answered.NOTHING : Answered.SILENCE;
    }

    private Thought thought(Answered answered, Outcome outcome, String detail, long at) {
        return new Thought(
                asked.resident(),
                asked.question(),
                event.tick(),
                event.time(),
                asked.occasion(),
                Tier.EXTERNAL,
                told,
                answered,
                outcome,
                detail,
                (int) Duration.ofNanos(Math.max(0, at - heardAt)).toMillis());
    }
}
