package city.agents.spi;

import java.time.Duration;

/// What became of a question.
public sealed interface ModelReply {
    /// Also a failure may have cost something.
    ModelUsage usage();

    /// @param text     one JSON value that fits the request's schema, as the model wrote it
    /// @param provider by the name that the operator gave it
    /// @param model    as the provider calls it
    /// @param latency  of the try that gave the answer, and not of those that failed before it
    record Answer(String text, String provider, String model, ModelUsage usage, Duration latency)
            implements ModelReply {}

    /// No answer that could be used. Where several providers were asked, the failure is the last one's.
    sealed interface Failure extends ModelReply {
        /// What happened, for the log: it names the provider and holds no key.
        String detail();
    }

    /// No reply in time. The provider may charge for it all the same; nobody tells, so nothing is counted.
    record TimedOut(String detail, ModelUsage usage) implements Failure {}

    /// The provider wants fewer questions.
    ///
    /// @param retryAfter how long it wants to be left alone; zero when it did not say
    record RateLimited(Duration retryAfter, String detail, ModelUsage usage) implements Failure {
        public RateLimited {
            if (retryAfter.isNegative()) {
                throw new IllegalArgumentException("retryAfter must not be negative: " + retryAfter);
            }
        }
    }

    /// The model, or a filter before or behind it, would not answer.
    record Refused(String detail, ModelUsage usage) implements Failure {}

    /// There was a reply, but no JSON that fits the schema in it.
    record Malformed(String detail, ModelUsage usage) implements Failure {}

    /// The provider is down, broken, unreachable, takes no such request, or failed so often that it is left alone.
    record Unavailable(String detail, ModelUsage usage) implements Failure {}

    /// The city's own limits have no room for the question now, so it was not sent there.
    record Full(String detail, ModelUsage usage) implements Failure {}
}
