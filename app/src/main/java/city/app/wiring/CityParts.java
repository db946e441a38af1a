package city.app.wiring;

import city.adapter.codec.JsonCodec;
import city.agents.ActionResult;
import city.agents.AgentsCommand;
import city.agents.AgentsEvent;
import city.agents.AgentsReads;
import city.agents.application.AgentsModule;
import city.economy.EconomyCommand;
import city.economy.EconomyEvent;
import city.economy.EconomyReads;
import city.economy.Money;
import city.economy.TransferResult;
import city.economy.application.EconomyModule;
import city.social.SocialCommand;
import city.social.SocialEvent;
import city.social.SocialReads;
import city.social.application.SocialModule;
import city.world.WorldCommand;
import city.world.WorldEvent;
import city.world.WorldReads;
import city.world.application.WorldModule;
import city.world.kernel.Genesis;
import city.world.kernel.Shards;
import city.world.kernel.machine.Assembly;
import city.world.spi.Codec;
import java.util.List;

/// The modules of one city, assembled in the order of their phases: world, economy, social, agents.
///
/// @param assembly belongs to one machine; a second city, as for a replay, takes parts of its own
public record CityParts(
        Assembly assembly, WorldReads world, EconomyReads economy, SocialReads social, AgentsReads agents) {
    /// All that is ever written down, and how money is.
    public static final Codec CODEC = JsonCodec.builder()
            .families(List.of(
                    Genesis.class,
                    Genesis.Founded.class,
                    WorldCommand.class,
                    WorldCommand.Founded.class,
                    WorldCommand.LocationResult.class,
                    WorldEvent.class,
                    EconomyCommand.class,
                    EconomyCommand.Founded.class,
                    TransferResult.class,
                    EconomyEvent.class,
                    SocialCommand.class,
                    SocialCommand.SocialResult.class,
                    SocialEvent.class,
                    AgentsCommand.class,
                    AgentsCommand.SpawnResult.class,
                    AgentsCommand.ResidentResult.class,
                    ActionResult.class,
                    AgentsEvent.class))
            .scalar(Money.class, Money::toString, Money::parse)
            .build();

    public static CityParts assemble(Shards shards) {
        var world = WorldModule.assemble();
        var economy = EconomyModule.assemble(world.world());
        var social = SocialModule.assemble(world.world(), world.reads());
        var agents = AgentsModule.assemble(world.world(), world.reads(), economy.economy(), economy.reads(), shards);
        var assembly = new Assembly(
                List.of(world.participant(), economy.participant(), social.participant(), agents.participant()));
        return new CityParts(assembly, world.reads(), economy.reads(), social.reads(), agents.reads());
    }
}
