package city.agents.application.minds;

import city.agents.Action;
import city.agents.AgentsCommand.MindReplied;
import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Thought.Answered;
import city.agents.Thought.Asked;
import city.agents.Thought.Tier;
import city.agents.domain.precedent.Circumstances;
import city.agents.domain.precedent.Precedent;
import city.agents.spi.EarlierReplies.EarlierReply;
import java.util.Optional;

/// What thinking about a question came to.
///
/// @param action        to be handed in; empty when the routine is to decide, for the reason of `outcome`
/// @param outcome       {@link Outcome#FOLLOWED} with an action, until the city has said otherwise
/// @param detail        for people; may be empty
/// @param circumstances of which it may become, or was, a precedent
/// @param precedent     the number of the question that it goes back to; empty for a fresh one
record Conclusion(
        Asked asked,
        Answered answered,
        Optional<Action> action,
        Outcome outcome,
        String detail,
        Optional<Circumstances> circumstances,
        Optional<Long> precedent) {
    static Conclusion of(Asked asked, Answered answered, Action action) {
        return fresh(asked, answered, Optional.of(action), Outcome.FOLLOWED, "");
    }

    static Conclusion none(Asked asked, Answered answered, Outcome why, String detail) {
        return fresh(asked, answered, Optional.empty(), why, detail);
    }

    static Conclusion none(Outcome why, String detail) {
        return none(Asked.NOTHING, Answered.NOTHING, why, detail);
    }

    /// @param asked what a model would have been told
    static Conclusion again(Precedent precedent, Circumstances circumstances, Asked asked) {
        var answered = Answered.again(precedent.reason(), precedent.action().wireName());
        return new Conclusion(
                asked,
                answered,
                Optional.of(precedent.action()),
                Outcome.FOLLOWED,
                goesBackTo(precedent.question()),
                Optional.of(circumstances),
                Optional.of(precedent.question()));
    }

    /// What the same question came to in the first city of a fork. What led to it stands in the first city's record.
    static Conclusion of(EarlierReply earlier, Optional<Circumstances> circumstances) {
        var thought = earlier.thought();
        var precedent = earlier.reply().flatMap(MindReplied::precedent);
        return new Conclusion(
                thought.asked(),
                thought.answered().again(),
                earlier.reply().map(MindReplied::action),
                earlier.reply().isPresent() ? Outcome.FOLLOWED : thought.outcome(),
                earlier.reply().isPresent()
                        ? precedent.map(Conclusion::goesBackTo).orElse("")
                        : thought.detail(),
                circumstances,
                precedent);
    }

    Tier tier() {
        return precedent.isPresent() ? Tier.REMEMBERED : Tier.MODEL;
    }

    /// A model was told what the resident sees, or would have been had there been time or room.
    boolean isOfPrompt() {
        return precedent.isEmpty() && !asked.promptHash().isEmpty();
    }

    Conclusion in(Optional<Circumstances> others) {
        return new Conclusion(asked, answered, action, outcome, detail, others, precedent);
    }

    Conclusion but(Outcome other, String why) {
        return new Conclusion(asked, answered, action, other, why, circumstances, precedent);
    }

    private static String goesBackTo(long question) {
        return "as for question " + question;
    }

    private static Conclusion fresh(
            Asked asked, Answered answered, Optional<Action> action, Outcome outcome, String detail) {
        return new Conclusion(asked, answered, action, outcome, detail, Optional.empty(), Optional.empty());
    }
}
