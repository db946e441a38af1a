package city.adapter.web;

import city.adapter.web.description.AsyncApi;
import city.agents.AgentsReads;
import city.agents.AnswerWitness;
import city.agents.LifeReads;
import city.agents.MindReads;
import city.agents.PartyReads;
import city.agents.spi.OutsideLimits;
import city.agents.spi.Speakers;
import city.agents.spi.ThoughtLog;
import city.economy.EconomyReads;
import city.economy.spi.TransferHistory;
import city.memory.Memories;
import city.social.SocialReads;
import city.social.spi.InteractionHistory;
import city.world.AlmanacReads;
import city.world.WorldReads;
import city.world.kernel.access.Kernel;
import city.world.kernel.access.Past;
import java.util.Optional;

/// What the server asks: the city to submit to, its past, its modules' readers, and the meters that it shows and adds
/// to.
///
/// @param witness  hears what programs that speak for residents answer
/// @param limits   to which those programs are held beside patience
/// @param minds    how they are doing
/// @param memories empty in a city that runs without
/// @param speakers who may speak for residents from outside
public record WebPorts(
        Kernel kernel,
        Past past,
        WorldReads world,
        AlmanacReads almanac,
        EconomyReads economy,
        SocialReads social,
        AgentsReads agents,
        LifeReads lives,
        PartyReads parties,
        TransferHistory transfers,
        InteractionHistory interactions,
        ThoughtLog thoughts,
        AnswerWitness witness,
        OutsideLimits limits,
        MindReads minds,
        Optional<Memories> memories,
        Speakers speakers,
        AsyncApi asyncApi) {}
