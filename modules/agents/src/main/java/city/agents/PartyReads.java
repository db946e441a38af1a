package city.agents;

import city.world.LocationId;
import city.world.ResidentId;
import city.world.kernel.state.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Parties of late as readers see them, from a snapshot: how the word of them went round, and who came. Safe from any
/// thread; the cost of each call grows with the residents.
public interface PartyReads {
    /// The one that begins last first.
    List<PartyState> parties(Snapshot snapshot);

    Optional<PartyState> findParty(Snapshot snapshot, PartyId party);

    /// Who knows of it, in the order of hearing; the host is the first.
    List<GuestState> guests(Snapshot snapshot, PartyId party);

    /// @param begins city time
    /// @param ends   city time
    record PartyState(
            PartyId id,
            String name,
            ResidentId host,
            LocationId location,
            Instant begins,
            Instant ends,
            Turnout turnout) {}

    /// Of those who live in the city now.
    ///
    /// @param residents all of them
    /// @param told      who know of it, the host among them
    /// @param willing   of those, who mean or meant to come
    /// @param came      of those who know of it
    record Turnout(int residents, int told, int willing, int came) {}

    /// @param path    by whom the word came, from the host to whoever told this one; empty for the host
    /// @param toldAt  city time
    /// @param willing whether it means or meant to come
    /// @param cameAt  city time at which it was first there
    record GuestState(
            ResidentId resident, List<ResidentId> path, Instant toldAt, boolean willing, Optional<Instant> cameAt) {
        public GuestState {
            path = List.copyOf(path);
        }
    }
}
