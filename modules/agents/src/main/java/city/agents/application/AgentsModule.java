package city.agents.application;

import city.agents.AgentsReads;
import city.agents.LifeReads;
import city.agents.domain.market.Sellers;
import city.agents.domain.mind.RoutineMind;
import city.agents.domain.state.AgentsState;
import city.agents.domain.talk.Talker;
import city.economy.Economy;
import city.economy.EconomyReads;
import city.social.Social;
import city.social.SocialReads;
import city.world.World;
import city.world.WorldReads;
import city.world.kernel.Participant;
import city.world.kernel.Shards;

/// The residents, put together.
public record AgentsModule(AgentsReads reads, LifeReads lives, Participant participant) {
    /// @param shards on which minds decide
    public static AgentsModule assemble(
            World world,
            WorldReads worldReads,
            Economy economy,
            EconomyReads economyReads,
            Social social,
            SocialReads socialReads,
            Shards shards) {
        var state = new AgentsState();
        var timers = new Timers(state);
        var work = new Work(state, economy);
        var townsfolk = new Townsfolk(state);
        var talks = new Talks(state, world, economy, social, townsfolk);
        var deeds = new Deeds(state, world, economy, work, talks);
        var doings = new Doings(state, world, timers, deeds, work, talks, new Telling(world));
        var sellers = new Sellers(world, economy);
        var talker = new Talker(world, economy, social, townsfolk, GrammarText.read());
        var mind = new RoutineMind(world, economy, sellers, talker);
        var cycle = new DecisionCycle(state, world, timers, mind, sellers, doings, shards);
        var reads = new SnapshotReads(state, worldReads, economyReads, socialReads);
        var participant = new AgentsParticipant(
                state,
                new Arrivals(state, world, economy, doings, timers, talks),
                new Lives(state, world, economy, doings, timers, talks),
                cycle,
                doings,
                new Ears(state, world, timers, talks),
                timers,
                sellers,
                townsfolk,
                reads,
                new Settling(state));
        var lives = new SnapshotLives(state, world, worldReads, economyReads, reads);
        return new AgentsModule(reads, lives, participant);
    }
}
