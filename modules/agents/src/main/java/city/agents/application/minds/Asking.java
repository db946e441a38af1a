package city.agents.application.minds;

import city.agents.domain.budget.Governor;
import city.agents.spi.LanguageModel;
import city.agents.spi.MindProbe;
import city.agents.spi.ModelReply;
import city.agents.spi.ModelRequest;
import city.world.ResidentId;
import java.time.InstantSource;

/// Asks a model as far as the budgets of the resident, of the city and of its providers allow it. Blocks its caller for
/// as long as the request says; safe from any thread.
final class Asking {
    private final LanguageModel model;
    private final Governor governor;
    private final MindProbe probe;
    private final InstantSource wall;
    private final Shortages shortages;

    Asking(LanguageModel model, Governor governor, Shortages shortages, MindProbe probe, InstantSource wall) {
        this.model = model;
        this.governor = governor;
        this.shortages = shortages;
        this.probe = probe;
        this.wall = wall;
    }

    sealed interface Said {
        /// @param reply whose usage is that of all tries, as it was booked
        record Replied(ModelReply reply) implements Said {}

        /// Nobody was asked.
        ///
        /// @param why as people read it
        record Declined(String why) implements Said {}
    }

    Said ask(ResidentId resident, ModelRequest request) {
        var purse = new Purse(governor, resident, shortages, probe, wall);
        var reply = model.ask(request, purse).costing(purse.used());
        return reply.usage().calls() == 0 && purse.findRefusal().isPresent()
                ? new Said.Declined(purse.findRefusal().get())
                : new Said.Replied(reply);
    }
}
