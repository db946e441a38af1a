package city.adapter.web.live;

import city.adapter.web.world.WorldView;
import city.adapter.web.world.WorldViews;
import city.agents.AgentsReads;
import city.world.WorldReads;
import city.world.kernel.access.Kernel;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The city as a whole, as `GET /world` shows it, written once for all sockets.
@Singleton
final class Pulse {
    /// A clock that is read by people; at most this often the residents are counted.
    private static final Duration FRESH = Duration.ofMillis(200);

    private final Kernel kernel;
    private final WorldReads world;
    private final AgentsReads agents;
    private final JsonMapper mapper;
    private WorldView.@Nullable Now shown;
    private String text = "";
    private long shownAt;

    Pulse(Kernel kernel, WorldReads world, AgentsReads agents, JsonMapper mapper) {
        this.kernel = kernel;
        this.world = world;
        this.agents = agents;
        this.mapper = mapper;
    }

    /// The message that tells it; the same object as long as nothing changed.
    synchronized String newest() throws IOException {
        if (!text.isEmpty() && System.nanoTime() - shownAt < FRESH.toNanos()) {
            return text;
        }
        shownAt = System.nanoTime();
        var snapshot = kernel.snapshot();
        var now = WorldViews.now(kernel, world.now(snapshot), agents.census(snapshot));
        if (!now.equals(shown)) {
            shown = now;
            text = mapper.writeValueAsString(new Told.World("world", snapshot.sequence(), now));
        }
        return text;
    }
}
