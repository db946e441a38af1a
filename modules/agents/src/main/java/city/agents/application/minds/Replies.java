package city.agents.application.minds;

import city.agents.Action;
import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Thought.Answered;
import city.agents.Thought.Asked;
import city.agents.domain.prompt.Handles;
import city.agents.spi.ActionGrammar;
import city.agents.spi.ActionGrammar.Reading.Understood;
import city.agents.spi.ActionGrammar.Reading.Unusable;
import city.agents.spi.ModelReply;
import city.agents.spi.ModelReply.Answer;
import city.world.kernel.WireName;

/// Makes of what a model replied what the city can use.
final class Replies {
    private Replies() {}

    static Conclusion read(ModelReply reply, Asked told, Handles handles, ActionGrammar grammar) {
        return switch (reply) {
            case Answer answer -> read(answer, told, handles, grammar);
            case ModelReply.TimedOut it -> none(it, told, Outcome.TIMED_OUT);
            case ModelReply.RateLimited it -> none(it, told, Outcome.DECLINED);
            case ModelReply.Full it -> none(it, told, Outcome.DECLINED);
            case ModelReply.Unavailable it -> none(it, told, Outcome.DECLINED);
            case ModelReply.Refused it -> none(it, told, Outcome.UNUSABLE);
            case ModelReply.Malformed it -> none(it, told, Outcome.UNUSABLE);
        };
    }

    private static Conclusion read(Answer answer, Asked told, Handles handles, ActionGrammar grammar) {
        return switch (grammar.read(answer.text(), handles)) {
            case Understood(var action, var thought) ->
                Conclusion.of(told, answered(answer, thought, typeOf(action)), action);
            case Unusable(var reason) -> Conclusion.none(told, answered(answer, "", ""), Outcome.UNUSABLE, reason);
        };
    }

    private static Answered answered(Answer answer, String thought, String action) {
        return new Answered(
                answer.provider(),
                answer.model(),
                answer.text(),
                thought,
                action,
                answer.usage().inputTokens(),
                answer.usage().outputTokens(),
                answer.usage().costMicros(),
                (int) answer.latency().toMillis());
    }

    /// What it cost is known although nobody knows of whom it came.
    private static Conclusion none(ModelReply.Failure failure, Asked told, Outcome why) {
        var usage = failure.usage();
        var answered =
                new Answered("", "", "", "", "", usage.inputTokens(), usage.outputTokens(), usage.costMicros(), 0);
        return Conclusion.none(told, answered, why, failure.detail());
    }

    private static String typeOf(Action action) {
        return action.getClass().getAnnotation(WireName.class).value();
    }
}
