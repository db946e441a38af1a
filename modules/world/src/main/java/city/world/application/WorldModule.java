package city.world.application;

import city.world.Almanac;
import city.world.AlmanacReads;
import city.world.World;
import city.world.WorldReads;
import city.world.domain.Places;
import city.world.domain.Presence;
import city.world.domain.Sky;
import city.world.domain.almanac.Areas;
import city.world.domain.almanac.Holidays;
import city.world.domain.almanac.Risks;
import city.world.domain.almanac.Running;
import city.world.domain.almanac.Schedule;
import city.world.kernel.Participant;
import java.util.List;

/// The world, put together: what other modules call, what readers ask, what the kernel drives. All three share one
/// state.
public final class WorldModule {
    private final World world;
    private final WorldReads reads;
    private final CityAlmanac almanac;
    private final Participant participant;

    private WorldModule(World world, WorldReads reads, CityAlmanac almanac, Participant participant) {
        this.world = world;
        this.reads = reads;
        this.almanac = almanac;
        this.participant = participant;
    }

    /// An empty world, to be founded by command or loaded.
    public static WorldModule assemble() {
        var present = new Present();
        var places = new Places();
        var sky = new Sky();
        var presence = new Presence();
        var arrivals = new Arrivals(places, presence);
        var areas = new Areas(places);
        var holidays = new Holidays();
        var schedule = new Schedule();
        var risks = new Risks();
        var running = new Running(places, areas);
        var almanac = new CityAlmanac(present, holidays, schedule, running, areas);
        var occasions = new Occasions(holidays, schedule, risks, running, areas);
        var tables = List.of(holidays.table(), schedule.table(), risks.table(), running.table());
        return new WorldModule(
                new CityWorld(present, places, sky, presence, arrivals, running),
                new SnapshotReads(present, places, sky, presence, holidays, running, areas),
                almanac,
                new WorldParticipant(present, places, sky, presence, arrivals, almanac, occasions, running, tables));
    }

    public World world() {
        return world;
    }

    public WorldReads reads() {
        return reads;
    }

    public Almanac almanac() {
        return almanac;
    }

    public AlmanacReads almanacReads() {
        return almanac;
    }

    public Participant participant() {
        return participant;
    }
}
