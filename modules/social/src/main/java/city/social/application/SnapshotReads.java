package city.social.application;

import city.social.InteractionId;
import city.social.Social;
import city.social.SocialReads;
import city.social.Tie;
import city.social.application.Circles.Link;
import city.social.domain.SocialState;
import city.social.domain.Talkers;
import city.world.ResidentId;
import city.world.World;
import city.world.WorldReads;
import city.world.kernel.CityClock;
import city.world.kernel.state.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Answers readers from snapshots alone.
final class SnapshotReads implements SocialReads {
    private static final CityClock UNSET = new CityClock(Instant.EPOCH, Duration.ofMinutes(5));
    private static final int DEEPEST = 3;

    private final SocialState state;
    private final WorldReads world;

    /// Of the city that was loaded last; read by any thread.
    private volatile CityClock clock = UNSET;

    SnapshotReads(SocialState state, WorldReads world) {
        this.state = state;
        this.world = world;
    }

    void clock(CityClock ofTheCity) {
        clock = ofTheCity;
    }

    @Override
    public List<InteractionState> interactions(Snapshot snapshot) {
        var view = snapshot.of(state.conversations().table());
        var found = new ArrayList<InteractionState>();
        for (int row = 0; row < view.rows(); row++) {
            if (view.exists(row)) {
                found.add(interaction(snapshot, row));
            }
        }
        return found;
    }

    @Override
    public Optional<InteractionState> findInteraction(Snapshot snapshot, InteractionId id) {
        var view = snapshot.of(state.conversations().table());
        for (int row = 0; row < view.rows(); row++) {
            if (view.exists(row) && state.conversations().idOf(view, row).equals(id)) {
                return Optional.of(interaction(snapshot, row));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<InteractionState> interactionOf(Snapshot snapshot, ResidentId resident) {
        var people = snapshot.of(state.talkers().table());
        int row = state.talkers().conversationOf(people, world.slotOf(snapshot, resident));
        return row == Talkers.NONE ? Optional.empty() : Optional.of(interaction(snapshot, row));
    }

    @Override
    public List<Relationship> relationships(Snapshot snapshot, ResidentId resident) {
        int slot = world.slotOf(snapshot, resident);
        var circles = circles(snapshot);
        return slot == World.NOWHERE
                ? List.of()
                : circles.of(slot).stream()
                        .map(it -> relationship(circles, slot, it))
                        .toList();
    }

    @Override
    public Optional<Relationship> findRelationship(Snapshot snapshot, ResidentId from, ResidentId to) {
        return relationships(snapshot, from).stream()
                .filter(it -> it.to().equals(to))
                .findFirst();
    }

    @Override
    public Network network(Snapshot snapshot, ResidentId resident, int depth) {
        int slot = world.slotOf(snapshot, resident);
        if (slot == World.NOWHERE) {
            return new Network(List.of(), List.of());
        }
        var circles = circles(snapshot);
        if (!circles.people().exists(slot)) {
            return new Network(List.of(new Member(resident, 0)), List.of());
        }
        var reach = circles.reach(slot, Math.clamp(depth, 1, DEEPEST));
        var ties = reach.keySet().stream()
                .flatMap(from -> circles.known(from).stream()
                        .filter(it -> reach.containsKey(it.to()))
                        .map(it -> relationship(circles, from, it)))
                .toList();
        return new Network(circles.members(reach), ties);
    }

    @Override
    public List<ResidentId> mutuals(Snapshot snapshot, ResidentId one, ResidentId other) {
        return circles(snapshot).mutuals(world.slotOf(snapshot, one), world.slotOf(snapshot, other));
    }

    @Override
    public List<Suggestion> suggestions(Snapshot snapshot, ResidentId resident, int limit) {
        return circles(snapshot).suggestions(world.slotOf(snapshot, resident), limit);
    }

    @Override
    public List<Community> communities(Snapshot snapshot) {
        return circles(snapshot).communities();
    }

    private Circles circles(Snapshot snapshot) {
        return Circles.of(state, snapshot, clock.stepMinutes());
    }

    private Relationship relationship(Circles circles, int from, Link link) {
        return new Relationship(
                Tie.id(from, link.to()),
                circles.idOf(from),
                circles.idOf(link.to()),
                link.tie(),
                clock.at(link.tie().metAt()),
                clock.at(link.tie().contactedAt()));
    }

    private InteractionState interaction(Snapshot snapshot, int row) {
        var view = snapshot.of(state.conversations().table());
        var people = snapshot.of(state.talkers().table());
        var conversations = state.conversations();
        var talkers = state.talkers();
        var members = new ArrayList<ResidentId>();
        var invited = new ArrayList<ResidentId>();
        for (int slot : conversations.peopleOf(view, row)) {
            if (talkers.conversationOf(people, slot) == row) {
                (talkers.isInvited(people, slot) ? invited : members).add(talkers.idOf(people, slot));
            }
        }
        int speaker = conversations.speakerOf(view, row);
        var last = conversations.lastOf(view, row);
        return new InteractionState(
                conversations.idOf(view, row),
                conversations.locationIdOf(view, row),
                conversations.isOpen(view, row),
                members,
                invited,
                talkers.idOf(people, conversations.turnOf(view, row)),
                conversations.messagesOf(view, row),
                Social.MESSAGES_A_HEAD * Math.max(2, members.size()),
                speaker == Talkers.NONE ? Optional.empty() : Optional.of(talkers.idOf(people, speaker)),
                last.words(),
                last.topic(),
                clock.at(conversations.startedAt(view, row)));
    }
}
