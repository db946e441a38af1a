package city.adapter.mqtt;

import city.agents.AgentsReads;
import city.world.WorldReads;
import city.world.kernel.access.Kernel;
import city.world.spi.Cursors;

/// What the adapter needs of the city.
///
/// @param minds asks and hears programs that speak for residents
public record MqttPorts(Kernel kernel, WorldReads world, AgentsReads agents, Cursors cursors, MindDesk minds) {
    /// Where no program speaks for anybody.
    public MqttPorts(Kernel kernel, WorldReads world, AgentsReads agents, Cursors cursors) {
        this(kernel, world, agents, cursors, MindDesk.NONE);
    }
}
