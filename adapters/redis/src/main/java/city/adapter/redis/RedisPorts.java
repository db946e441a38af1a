package city.adapter.redis;

import city.agents.AgentsReads;
import city.economy.EconomyReads;
import city.social.SocialReads;
import city.world.WorldReads;
import city.world.kernel.access.Kernel;
import city.world.spi.Codec;
import city.world.spi.Cursors;

/// What the adapter needs of the city.
///
/// @param codec reads the events of the log
public record RedisPorts(
        Kernel kernel,
        WorldReads world,
        EconomyReads economy,
        SocialReads social,
        AgentsReads agents,
        Cursors cursors,
        Codec codec) {}
