package city.adapter.web.live;

import city.adapter.web.events.Log;
import city.adapter.web.map.MapFrames;
import city.agents.AgentsReads;
import city.world.kernel.access.Kernel;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;

/// What every socket asks.
@Singleton
record Services(
        Kernel kernel, AgentsReads agents, Log log, MapFrames map, Pulse pulse, NameBook names, JsonMapper mapper) {}
