package city.adapter.llm.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.agents.spi.ModelUsage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One request on the wire, as [Transport] knows it and LangChain4j's models do not: until when it may take, what was
/// replied, or what went wrong. It belongs to the thread that asks.
final class Exchange {
    /// How the transport, which LangChain4j calls, finds what it works for.
    static final ScopedValue<Exchange> CURRENT = ScopedValue.newInstance();

    private final Deadline deadline;
    private final Failures failures;
    private final ModelUsage most;
    private boolean isSent;
    private byte @Nullable [] reply;
    private @Nullable Outcome failure;

    /// @param most that it can cost
    Exchange(Deadline deadline, Failures failures, ModelUsage most) {
        this.deadline = deadline;
        this.failures = failures;
        this.most = most;
    }

    Deadline deadline() {
        return deadline;
    }

    Failures failures() {
        return failures;
    }

    ModelUsage most() {
        return most;
    }

    /// The whole request is on its way, so that the provider may answer and charge for it.
    void sent() {
        isSent = true;
    }

    /// What it may have cost where no reply says so.
    ModelUsage atRisk() {
        return isSent ? most : ModelUsage.UNCHARGED;
    }

    void replied(byte[] body) {
        reply = body;
    }

    void failed(Outcome outcome) {
        failure = outcome;
    }

    /// The body of a reply with a status of success.
    Optional<String> reply() {
        return Optional.ofNullable(reply).map(body -> new String(body, UTF_8));
    }

    Optional<Outcome> failure() {
        return Optional.ofNullable(failure);
    }
}
