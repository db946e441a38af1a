package city.adapter.web.map;

import city.agents.AgentsReads;
import city.world.World;
import city.world.WorldReads;
import city.world.WorldReads.Positions;
import city.world.kernel.access.Kernel;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The newest frame of each viewport, made once for all who look at the same. Nothing is made that nobody asked for,
/// and the city is looked through at most {@value #MOST_LOOKS} times a second, however many ask.
@Singleton
public final class MapFrames {
    /// Frames a second that anybody gets at most.
    public static final int MOST_LOOKS = 10;

    private static final Duration FRESH = Duration.ofSeconds(1).dividedBy(MOST_LOOKS);

    /// Viewports whose frame is kept: as many as there are sockets.
    private static final int MOST_VIEWPORTS = 64;

    private final Kernel kernel;
    private final WorldReads world;
    private final AgentsReads agents;
    private final Map<Viewport, byte[]> frames = new LinkedHashMap<>();
    private Grounds grounds = Grounds.NONE;
    private @Nullable Crowd crowd;
    private long lookedAt;

    MapFrames(Kernel kernel, WorldReads world, AgentsReads agents) {
        this.kernel = kernel;
        this.world = world;
        this.agents = agents;
    }

    /// @return the same array as long as nothing changed; callers must not write to it
    public synchronized byte[] newest(Viewport view) {
        var now = look();
        var known = frames.get(view);
        if (known != null) {
            return known;
        }
        if (frames.size() == MOST_VIEWPORTS) {
            frames.remove(frames.keySet().iterator().next());
        }
        var frame = MapFrame.of(now, view);
        frames.put(view, frame);
        return frame;
    }

    private Crowd look() {
        var last = crowd;
        if (last != null && System.nanoTime() - lookedAt < FRESH.toNanos()) {
            return last;
        }
        lookedAt = System.nanoTime();
        var snapshot = kernel.snapshot();
        var positions = world.positions(snapshot);
        var activities = agents.activities(snapshot);
        if (last != null && last.sameAs(positions, activities)) {
            return last;
        }
        if (!knows(positions)) {
            grounds = Grounds.of(world.locations(snapshot));
        }
        var next = new Crowd(
                snapshot.tick(), kernel.genesis().clock().at(snapshot.tick()), positions, activities, grounds);
        crowd = next;
        frames.clear();
        return next;
    }

    /// A city may build, and then has more locations than before.
    private boolean knows(Positions positions) {
        for (int slot = 0; slot < positions.slots(); slot++) {
            int farthest = Math.max(positions.locationOf(slot), positions.destinationOf(slot));
            if (farthest != World.NOWHERE && !grounds.knows(farthest)) {
                return false;
            }
        }
        return true;
    }
}
