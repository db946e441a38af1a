package city.world.application;

import city.world.World;
import city.world.WorldReads;
import city.world.domain.Places;
import city.world.domain.Presence;
import city.world.domain.Sky;
import city.world.kernel.Participant;

/// The world, put together: what other modules call, what readers ask, what the kernel drives. All three share one
/// state.
public final class WorldModule {
    private final World world;
    private final WorldReads reads;
    private final Participant participant;

    private WorldModule(World world, WorldReads reads, Participant participant) {
        this.world = world;
        this.reads = reads;
        this.participant = participant;
    }

    /// An empty world, to be founded by command or loaded.
    public static WorldModule assemble() {
        var present = new Present();
        var places = new Places();
        var sky = new Sky();
        var presence = new Presence();
        var arrivals = new Arrivals(places, presence);
        return new WorldModule(
                new CityWorld(present, places, sky, presence, arrivals),
                new SnapshotReads(present, places, sky, presence),
                new WorldParticipant(present, places, sky, presence, arrivals));
    }

    public World world() {
        return world;
    }

    public WorldReads reads() {
        return reads;
    }

    public Participant participant() {
        return participant;
    }
}
