package city.agents;

import city.agents.Life.Occupation;
import city.agents.Life.Values;
import city.world.LocationId;
import city.world.ResidentId;
import city.world.kernel.state.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Residents' lives as readers see them, from a snapshot. Safe from any thread.
public interface LifeReads {
    Optional<LifeState> findLife(Snapshot snapshot, ResidentId resident);

    /// @param illUntil when it will be well again; empty for the well
    record LifeState(
            ResidentId id,
            int age,
            Occupation occupation,
            Values values,
            Optional<UUID> household,
            Optional<ResidentId> partner,
            List<ResidentId> parents,
            Optional<Instant> illUntil,
            Pursuit pursuit,
            WaysState ways) {}

    /// What it pursues over days.
    ///
    /// @param what     as `save money`
    /// @param progress of `target`
    /// @param reached  how many goals it has reached so far
    record Pursuit(String what, int progress, int target, Instant since, int reached) {}

    /// What it is used to.
    ///
    /// @param hobby     as `fishing by the water`
    /// @param hobbyDays bit 0 is Monday
    /// @param favourite the place where it likes best to be; empty where there is none
    record WaysState(
            String hobby, int hobbyDays, Optional<LocationId> favourite, boolean churchgoer, boolean marketgoer) {}
}
