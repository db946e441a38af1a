package city.agents.application.minds;

import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Thought.Answered;
import city.agents.Thought.Asked;
import city.agents.domain.prompt.Handles;
import city.agents.spi.ActionGrammar;
import city.agents.spi.ActionGrammar.Reading.Understood;
import city.agents.spi.ActionGrammar.Reading.Unusable;
import city.agents.spi.ModelReply;
import city.agents.spi.ModelReply.Answer;

/// Makes of what a model replied what the city can use.
final class Replies {
    private Replies() {}

    static Conclusion read(ModelReply reply, Asked told, Handles handles, ActionGrammar grammar) {
        return switch (reply) {
            case Answer answer -> read(answer, told, handles, grammar);
            case ModelReply.Failure failure ->
                Conclusion.none(told, answered(failure), outcome(failure), failure.detail());
        };
    }

    static Outcome outcome(ModelReply.Failure failure) {
        return switch (failure) {
            case ModelReply.TimedOut _ -> Outcome.TIMED_OUT;
            case ModelReply.RateLimited _, ModelReply.Full _, ModelReply.Unavailable _ -> Outcome.DECLINED;
            case ModelReply.Refused _, ModelReply.Malformed _ -> Outcome.UNUSABLE;
        };
    }

    private static Conclusion read(Answer answer, Asked told, Handles handles, ActionGrammar grammar) {
        return switch (grammar.read(answer.text(), handles)) {
            case Understood(var action, var thought) ->
                Conclusion.of(told, answered(answer, thought, action.wireName()), action);
            case Unusable(var reason) -> Conclusion.none(told, answered(answer, "", ""), Outcome.UNUSABLE, reason);
        };
    }

    static Answered answered(Answer answer, String thought, String action) {
        return new Answered(
                answer.provider(),
                answer.model(),
                answer.text(),
                thought,
                action,
                answer.usage().calls(),
                answer.usage().inputTokens(),
                answer.usage().outputTokens(),
                answer.usage().costMicros(),
                (int) answer.latency().toMillis());
    }

    /// What it cost counts after a restart as well.
    static Answered answered(ModelReply.Failure failure) {
        var usage = failure.usage();
        return new Answered(
                failure.provider(),
                failure.model(),
                failure.text(),
                "",
                "",
                usage.calls(),
                usage.inputTokens(),
                usage.outputTokens(),
                usage.costMicros(),
                0);
    }
}
