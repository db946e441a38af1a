package city.adapter.web.live;

import city.adapter.web.agents.OutsideMinds;
import city.adapter.web.events.Log;
import city.adapter.web.input.Admission;
import city.adapter.web.map.MapFrames;
import city.agents.AgentsReads;
import city.agents.spi.Speakers;
import city.world.kernel.access.Kernel;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;

/// What every socket asks.
@Singleton
record Services(
        Kernel kernel,
        AgentsReads agents,
        Log log,
        MapFrames map,
        Pulse pulse,
        NameBook names,
        OutsideMinds minds,
        Speakers speakers,
        Admission admission,
        JsonMapper mapper) {}
