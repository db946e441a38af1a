package city.agents.application.minds;

import city.agents.domain.budget.Estimate;
import city.agents.domain.budget.Governor;
import city.agents.domain.budget.Spend;
import city.agents.domain.budget.Verdict;
import city.agents.spi.LanguageModel;
import city.agents.spi.MindProbe;
import city.agents.spi.ModelReply;
import city.agents.spi.ModelRequest;
import city.agents.spi.ModelUsage;
import city.world.ResidentId;
import java.time.InstantSource;

/// Asks a model when the budgets of the resident and of the city allow it. Blocks its caller for as long as the request
/// says; safe from any thread.
final class Asking {
    private final LanguageModel model;
    private final Governor governor;
    private final MindProbe probe;
    private final InstantSource wall;

    Asking(LanguageModel model, Governor governor, MindProbe probe, InstantSource wall) {
        this.model = model;
        this.governor = governor;
        this.probe = probe;
        this.wall = wall;
    }

    sealed interface Said {
        record Replied(ModelReply reply) implements Said {}

        /// @param why as people read it
        record Declined(String why) implements Said {}
    }

    Said ask(ResidentId resident, ModelRequest request) {
        var most = model.atMost(request);
        var estimate = new Estimate(most.inputTokens(), most.outputTokens(), most.costMicros());
        return switch (governor.reserve(resident, estimate, wall.instant())) {
            case Verdict.Declined declined -> new Said.Declined(declined.words());
            case Verdict.Granted(var reservation) -> {
                var reply = model.ask(request);
                governor.settle(reservation, used(reply, estimate), wall.instant());
                probe.called(reply);
                yield new Said.Replied(reply);
            }
        };
    }

    /// Nobody knows what a call cost that timed out: it may be all of it.
    private static Spend used(ModelReply reply, Estimate estimate) {
        return switch (reply) {
            case ModelReply.TimedOut _ -> estimate.inFull();
            case ModelReply.Full _ -> Spend.NONE;
            case ModelReply.Answer _,
                    ModelReply.RateLimited _,
                    ModelReply.Refused _,
                    ModelReply.Malformed _,
                    ModelReply.Unavailable _ -> spend(reply.usage());
        };
    }

    private static Spend spend(ModelUsage usage) {
        return Spend.ofCall(usage.inputTokens(), usage.outputTokens(), usage.costMicros());
    }
}
