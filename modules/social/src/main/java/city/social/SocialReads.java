package city.social;

import city.world.LocationId;
import city.world.ResidentId;
import city.world.kernel.state.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Talk and ties as readers see them, from a snapshot. Safe from any thread.
public interface SocialReads {
    /// Conversations that go on and invitations that wait, in the order of their rows.
    List<InteractionState> interactions(Snapshot snapshot);

    Optional<InteractionState> findInteraction(Snapshot snapshot, InteractionId id);

    /// The conversation that a resident is in or asked into.
    Optional<InteractionState> interactionOf(Snapshot snapshot, ResidentId resident);

    /// What a resident holds of others, as it is at the snapshot's tick, the strongest first; at most 150.
    List<Relationship> relationships(Snapshot snapshot, ResidentId resident);

    Optional<Relationship> findRelationship(Snapshot snapshot, ResidentId from, ResidentId to);

    /// Whom a resident knows, and whom those know, to a depth of 1 to 3; at most 500 residents, the nearest and
    /// strongest first.
    Network network(Snapshot snapshot, ResidentId resident, int depth);

    /// Whom both know, those first whom they know best together.
    List<ResidentId> mutuals(Snapshot snapshot, ResidentId one, ResidentId other);

    /// Whom a resident does not know and many of its own do: at most `limit`, the likeliest first.
    List<Suggestion> suggestions(Snapshot snapshot, ResidentId resident, int limit);

    /// Groups of residents that are tied closer to each other than to the rest, largest first. Costs the number of
    /// ties, some times over: for readers with patience.
    List<Community> communities(Snapshot snapshot);

    /// @param open   false while nobody has accepted
    /// @param invited who is asked and has not answered
    /// @param turn   whose turn it is
    /// @param topic  of what was said last; may be empty
    /// @param words  said last; empty when nothing was
    record InteractionState(
            InteractionId id,
            LocationId location,
            boolean open,
            List<ResidentId> members,
            List<ResidentId> invited,
            ResidentId turn,
            int messages,
            int limit,
            Optional<ResidentId> speaker,
            String words,
            String topic,
            Instant since) {}

    /// @param id see {@link Tie#id}
    record Relationship(UUID id, ResidentId from, ResidentId to, Tie tie, Instant met, Instant contacted) {}

    /// @param members the resident itself first
    record Network(List<Member> members, List<Relationship> ties) {}

    /// @param distance 0 for the resident itself
    record Member(ResidentId resident, int distance) {}

    /// @param through how many of the resident's own know it
    record Suggestion(ResidentId resident, int through) {}

    /// @param members in slot order
    record Community(int number, List<ResidentId> members) {}
}
