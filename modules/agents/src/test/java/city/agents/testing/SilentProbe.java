package city.agents.testing;

import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Thought.Tier;
import city.agents.spi.MindProbe;
import city.agents.spi.ModelReply;
import java.time.Duration;

/// For tests that measure nothing.
public final class SilentProbe implements MindProbe {
    @Override
    public void decided(Tier tier, Outcome outcome, Duration took) {}

    @Override
    public void reflected(Outcome outcome, Duration took) {}

    @Override
    public void called(ModelReply reply) {}
}
