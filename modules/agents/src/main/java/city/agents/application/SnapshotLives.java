package city.agents.application;

import city.agents.LifeReads;
import city.agents.Persona.Traits;
import city.agents.domain.life.Ways;
import city.agents.domain.state.AgentsState;
import city.economy.EconomyReads;
import city.world.Atlas;
import city.world.LocationId;
import city.world.ResidentId;
import city.world.World;
import city.world.WorldReads;
import city.world.kernel.state.Snapshot;
import java.time.Instant;
import java.util.Optional;

/// Answers readers about residents' lives from the views of a snapshot; of the live objects it uses the columns, the
/// clock and the map, which is the same for the life of the city.
final class SnapshotLives implements LifeReads {
    private final AgentsState state;
    private final World world;
    private final WorldReads worldReads;
    private final EconomyReads economy;
    private final SnapshotReads residents;

    SnapshotLives(
            AgentsState state, World world, WorldReads worldReads, EconomyReads economy, SnapshotReads residents) {
        this.state = state;
        this.world = world;
        this.worldReads = worldReads;
        this.economy = economy;
        this.residents = residents;
    }

    @Override
    public Optional<LifeState> findLife(Snapshot snapshot, ResidentId resident) {
        int slot = worldReads.slotOf(snapshot, resident);
        boolean known =
                slot != World.NOWHERE && snapshot.of(state.lives().table()).exists(slot);
        return known ? Optional.of(life(snapshot, slot, resident)) : Optional.empty();
    }

    private LifeState life(Snapshot snapshot, int slot, ResidentId resident) {
        var view = snapshot.of(state.lives().table());
        var lives = state.lives();
        var clock = residents.clock();
        long day = clock.day(snapshot.tick());
        boolean hasJob = economy.findPurse(snapshot, resident)
                .flatMap(EconomyReads.PurseState::job)
                .isPresent();
        Optional<Instant> illUntil =
                lives.illUntil(view, slot) == 0 ? Optional.empty() : Optional.of(clock.at(lives.illUntil(view, slot)));
        return new LifeState(
                resident,
                lives.ageOf(view, slot, day),
                lives.occupationOf(view, slot, hasJob, day),
                lives.valuesOf(view, slot),
                lives.householdOf(view, slot),
                lives.partnerOf(view, slot),
                lives.parentsOf(view, slot),
                illUntil,
                new Pursuit(
                        lives.goalOf(view, slot).words(),
                        lives.progressOf(view, slot),
                        lives.targetOf(view, slot),
                        clock.at(lives.goalSince(view, slot)),
                        lives.goalsReached(view, slot)),
                ways(snapshot, slot, resident));
    }

    private WaysState ways(Snapshot snapshot, int slot, ResidentId resident) {
        var view = snapshot.of(state.residents().table());
        Traits traits = state.residents().traitsOf(view, slot);
        var values = state.lives().valuesOf(snapshot.of(state.lives().table()), slot);
        int home = state.residents().homeOf(view, slot).map(world::rowOf).orElse(World.NOWHERE);
        var ways = Ways.of(resident, traits, values, home == World.NOWHERE ? world.streetOf(0) : home, world);
        Optional<LocationId> favourite = ways.favourite() == World.NOWHERE
                ? Optional.empty()
                : Optional.of(world.location(ways.favourite())).map(Atlas.Location::id);
        return new WaysState(ways.hobby().words(), ways.hobbyDays(), favourite, ways.churchgoer(), ways.marketgoer());
    }
}
