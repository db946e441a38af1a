package city.agents.application;

import city.agents.AgentsReads;
import city.agents.LifeReads;
import city.agents.PartyReads;
import city.agents.domain.experience.Experiences;
import city.agents.domain.market.Sellers;
import city.agents.domain.mind.Intentions;
import city.agents.domain.mind.RoutineMind;
import city.agents.domain.salience.Prospects;
import city.agents.domain.state.AgentsState;
import city.agents.domain.talk.Talker;
import city.economy.Economy;
import city.economy.EconomyReads;
import city.memory.Witness;
import city.social.Social;
import city.social.SocialReads;
import city.world.Almanac;
import city.world.World;
import city.world.WorldReads;
import city.world.kernel.Event;
import city.world.kernel.Participant;
import city.world.kernel.Shards;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.LoggedEvent;
import java.util.Optional;
import java.util.function.Function;

/// The residents, put together.
public record AgentsModule(AgentsReads reads, LifeReads lives, PartyReads parties, Participant participant) {
    /// @param shards on which minds decide
    public static AgentsModule assemble(
            World world,
            WorldReads worldReads,
            Almanac almanac,
            Economy economy,
            EconomyReads economyReads,
            Social social,
            SocialReads socialReads,
            Shards shards) {
        var state = new AgentsState();
        var timers = new Timers(state);
        var work = new Work(state, economy, almanac);
        var townsfolk = new Townsfolk(state);
        var festivities = new Festivities(state, world, social, work);
        var talks = new Talks(state, world, economy, social, townsfolk, festivities);
        var pursuits = new Pursuits(state, world, economy);
        var deeds = new Deeds(state, world, economy, work, talks, pursuits);
        var health = new Health(state, world);
        var household = new Household(state, world, economy);
        var days = new Days(state, world, almanac, health, household, pursuits, festivities);
        var doings = new Doings(state, world, timers, deeds, work, talks, new Telling(world), days);
        var roofs = new Roofs(state, world);
        var arrivals = new Arrivals(state, world, economy, doings, timers, talks, roofs);
        var lives = new Lives(state, world, economy, doings, timers, talks, health, roofs);
        var settling = new Settling(state, world, economy, arrivals, lives, household, roofs);
        var mornings = new Mornings(state, health, household, pursuits, settling);
        var sellers = new Sellers(world, economy);
        var talker = new Talker(world, economy, social, townsfolk, GrammarText.read());
        var mind = new RoutineMind(world, almanac, economy, sellers, talker);
        var thinking = new Thinking(state, world, timers, doings, new Prospects(world, economy, state.lives()));
        var cycle = new DecisionCycle(state, world, timers, mind, sellers, doings, shards, almanac, mornings, thinking);
        var reads = new SnapshotReads(state, worldReads, economyReads, socialReads);
        var participant = new AgentsParticipant(
                state,
                arrivals,
                lives,
                festivities,
                thinking,
                new Dreams(state, world, new Intentions(world, economy), work),
                cycle,
                doings,
                new Ears(state, world, timers, talks),
                timers,
                sellers,
                townsfolk,
                reads,
                settling,
                new Alarms(state, world, almanac, timers),
                health,
                roofs);
        return new AgentsModule(
                reads, new SnapshotLives(state, world, worldReads, economyReads, reads), reads.parties(), participant);
    }

    /// What events mean to residents, for whoever follows the log; on one thread of its own.
    ///
    /// @param reader of the feed's events; empty for what this release cannot read
    public static Witness witness(
            WorldReads world,
            EconomyReads economy,
            SocialReads social,
            AgentsReads agents,
            EventFeed feed,
            Function<LoggedEvent, Optional<Event>> reader) {
        return new Experiences(world, economy, social, agents, feed, reader);
    }
}
