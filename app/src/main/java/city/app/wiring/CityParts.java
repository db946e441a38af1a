package city.app.wiring;

import city.adapter.codec.JsonCodec;
import city.agents.ActionResult;
import city.agents.AgentsCommand;
import city.agents.AgentsCommand.MindReplied;
import city.agents.AgentsEvent;
import city.agents.AgentsReads;
import city.agents.LifeReads;
import city.agents.PartyReads;
import city.agents.application.AgentsModule;
import city.economy.Economy;
import city.economy.EconomyCommand;
import city.economy.EconomyEvent;
import city.economy.EconomyReads;
import city.economy.Money;
import city.economy.TransferResult;
import city.economy.application.EconomyModule;
import city.memory.MemoryCommand;
import city.memory.MemoryEvent;
import city.memory.application.MemoryModule;
import city.social.Social;
import city.social.SocialCommand;
import city.social.SocialEvent;
import city.social.SocialReads;
import city.social.application.SocialModule;
import city.world.Almanac;
import city.world.AlmanacReads;
import city.world.World;
import city.world.WorldCommand;
import city.world.WorldEvent;
import city.world.WorldReads;
import city.world.application.WorldModule;
import city.world.kernel.Event;
import city.world.kernel.Genesis;
import city.world.kernel.Shards;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.machine.Assembly;
import city.world.spi.Codec;
import java.util.List;
import java.util.Optional;

/// The modules of one city, assembled in the order of their phases: world, economy, social, memory, agents.
///
/// @param assembly belongs to one machine; a second city, as for a replay, takes parts of its own
public record CityParts(
        Assembly assembly,
        WorldReads world,
        AlmanacReads almanac,
        EconomyReads economy,
        SocialReads social,
        AgentsReads agents,
        LifeReads lives,
        PartyReads parties) {
    /// All that is ever written down, and how money is.
    public static final Codec CODEC = JsonCodec.builder()
            .families(List.of(
                    Genesis.class,
                    Genesis.Founded.class,
                    WorldCommand.class,
                    WorldCommand.Founded.class,
                    WorldCommand.LocationResult.class,
                    WorldCommand.AlmanacKept.class,
                    WorldCommand.EventResult.class,
                    WorldEvent.class,
                    EconomyCommand.class,
                    EconomyCommand.Founded.class,
                    TransferResult.class,
                    EconomyEvent.class,
                    SocialCommand.class,
                    SocialCommand.SocialResult.class,
                    SocialEvent.class,
                    MemoryCommand.class,
                    MemoryCommand.RememberResult.class,
                    MemoryEvent.class,
                    AgentsCommand.class,
                    AgentsCommand.SpawnResult.class,
                    AgentsCommand.MigrationSet.class,
                    AgentsCommand.ResidentResult.class,
                    AgentsCommand.PartyResult.class,
                    ActionResult.class,
                    AgentsEvent.class))
            .scalar(Money.class, Money::toString, Money::parse)
            .build();

    /// An event as it was raised; empty for one that this release cannot read, as if it had not been told.
    static Optional<Event> read(LoggedEvent event) {
        try {
            return CODEC.read(event.type(), event.data()) instanceof Event fact ? Optional.of(fact) : Optional.empty();
        } catch (Codec.Unreadable ofAnotherRelease) {
            return Optional.empty();
        }
    }

    static MindReplied readReply(String payload) {
        return (MindReplied) CODEC.read(CODEC.nameOf(MindReplied.class), payload);
    }

    public static CityParts assemble(Shards shards) {
        return assemble(shards, Coupling.DIRECT);
    }

    /// @param coupling how the modules reach each other
    public static CityParts assemble(Shards shards, Coupling coupling) {
        return assemble(shards, coupling, Genesis.RULES_VERSION);
    }

    /// @param rules that the parts are to pass for
    static CityParts assemble(Shards shards, int rules) {
        return assemble(shards, Coupling.DIRECT, rules);
    }

    private static CityParts assemble(Shards shards, Coupling coupling, int rules) {
        var world = WorldModule.assemble();
        var toWorld = coupling.to(World.class, world.world());
        var toItsReads = coupling.to(WorldReads.class, world.reads());
        var toAlmanac = coupling.to(Almanac.class, world.almanac());
        var economy = EconomyModule.assemble(toWorld, toAlmanac);
        var social = SocialModule.assemble(toWorld, toItsReads);
        var agents = AgentsModule.assemble(
                toWorld,
                toItsReads,
                toAlmanac,
                coupling.to(Economy.class, economy.economy()),
                coupling.to(EconomyReads.class, economy.reads()),
                coupling.to(Social.class, social.social()),
                coupling.to(SocialReads.class, social.reads()),
                shards);
        var participants = List.of(
                world.participant(),
                economy.participant(),
                social.participant(),
                MemoryModule.participant(toWorld),
                agents.participant());
        var assembly =
                new Assembly(participants.stream().map(coupling::participant).toList(), rules);
        return new CityParts(
                assembly,
                world.reads(),
                world.almanacReads(),
                economy.reads(),
                social.reads(),
                agents.reads(),
                agents.lives(),
                agents.parties());
    }
}
