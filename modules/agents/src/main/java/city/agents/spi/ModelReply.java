package city.agents.spi;

import java.time.Duration;

/// What became of a question.
public sealed interface ModelReply {
    /// Also a failure may have cost something: what nobody tells counts as much as it can be.
    ModelUsage usage();

    /// Who replied or failed to, by the name that the operator gave it.
    String provider();

    /// As the provider calls it, or the operator where no provider said.
    String model();

    /// What the model wrote, usable or not; empty where nothing came.
    String text();

    /// The same with what it cost together with the tries before it.
    default ModelReply costing(ModelUsage all) {
        return switch (this) {
            case Answer it -> new Answer(it.text, it.provider, it.model, all, it.latency);
            case TimedOut it -> new TimedOut(it.provider, it.model, it.detail, all);
            case RateLimited it -> new RateLimited(it.provider, it.model, it.retryAfter, it.detail, all);
            case Refused it -> new Refused(it.provider, it.model, it.text, it.detail, all);
            case Malformed it -> new Malformed(it.provider, it.model, it.text, it.detail, all);
            case Unavailable it -> new Unavailable(it.provider, it.model, it.detail, all);
            case Full it -> new Full(it.provider, it.model, it.detail, all);
        };
    }

    /// @param text    one JSON value that fits the request's schema, as the model wrote it; empty where it made vectors
    /// @param latency of the try that gave the answer, and not of those that failed before it
    record Answer(String text, String provider, String model, ModelUsage usage, Duration latency)
            implements ModelReply {}

    /// No answer that could be used. Where several providers were asked, the failure is the last one's.
    sealed interface Failure extends ModelReply {
        /// What happened, for the log: it names the provider and holds no key.
        String detail();

        @Override
        default String text() {
            return "";
        }
    }

    /// No reply in time. The provider may charge for it all the same and does not tell, so it counts in full.
    record TimedOut(String provider, String model, String detail, ModelUsage usage) implements Failure {}

    /// The provider wants fewer questions.
    ///
    /// @param retryAfter how long it wants to be left alone; zero when it did not say
    record RateLimited(String provider, String model, Duration retryAfter, String detail, ModelUsage usage)
            implements Failure {
        public RateLimited {
            if (retryAfter.isNegative()) {
                throw new IllegalArgumentException("retryAfter must not be negative: " + retryAfter);
            }
        }
    }

    /// The model, or a filter before or behind it, would not answer.
    record Refused(String provider, String model, String text, String detail, ModelUsage usage) implements Failure {}

    /// There was a reply, but no JSON that fits the schema in it.
    record Malformed(String provider, String model, String text, String detail, ModelUsage usage) implements Failure {}

    /// The provider is down, broken, unreachable, takes no such request, or failed so often that it is left alone.
    record Unavailable(String provider, String model, String detail, ModelUsage usage) implements Failure {}

    /// The city's own limits have no room for the question now, so it was not sent there.
    record Full(String provider, String model, String detail, ModelUsage usage) implements Failure {}
}
