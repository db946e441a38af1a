package city.adapter.llm.provider;

import city.agents.spi.ModelReply;

/// What one try gave, and what is to be done next.
public record Outcome(ModelReply reply, Next next) {
    public enum Next {
        /// The model has spoken, and was paid: asking again costs again.
        DONE,
        /// The provider failed in passing: the same question may succeed in a moment.
        AGAIN,
        /// This provider will not do now; another may.
        ELSEWHERE
    }

    static Outcome done(ModelReply reply) {
        return new Outcome(reply, Next.DONE);
    }

    static Outcome again(ModelReply reply) {
        return new Outcome(reply, Next.AGAIN);
    }

    static Outcome elsewhere(ModelReply reply) {
        return new Outcome(reply, Next.ELSEWHERE);
    }
}
