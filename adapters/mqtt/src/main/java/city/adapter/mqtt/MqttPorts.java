package city.adapter.mqtt;

import city.agents.AgentsReads;
import city.world.WorldReads;
import city.world.kernel.access.Kernel;
import city.world.spi.Cursors;

/// What the adapter needs of the city.
public record MqttPorts(Kernel kernel, WorldReads world, AgentsReads agents, Cursors cursors) {}
