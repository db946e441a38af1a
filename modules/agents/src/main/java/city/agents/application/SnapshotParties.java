package city.agents.application;

import city.agents.AgentsReads.KnownParty;
import city.agents.PartyId;
import city.agents.PartyReads;
import city.agents.ResidentStatus;
import city.agents.domain.party.Invitation;
import city.agents.domain.party.Invitations;
import city.agents.domain.party.Party;
import city.agents.domain.state.AgentsState;
import city.world.ResidentId;
import city.world.WorldReads;
import city.world.kernel.state.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// Answers readers of parties from snapshots alone.
final class SnapshotParties implements PartyReads {
    private static final Comparator<GuestState> IN_ORDER_OF_HEARING = Comparator.comparing(GuestState::toldAt)
            .thenComparing(it -> it.path().size());

    private final AgentsState state;
    private final WorldReads world;
    private final SnapshotReads residents;

    SnapshotParties(AgentsState state, WorldReads world, SnapshotReads residents) {
        this.state = state;
        this.world = world;
        this.residents = residents;
    }

    @Override
    public List<PartyState> parties(Snapshot snapshot) {
        var all = all(snapshot).reversed();
        var invitations = invitations(snapshot);
        invitations.keySet().removeIf(slot -> !lives(snapshot, slot));
        int population = residents.census(snapshot).population();
        return all.stream()
                .map(it -> state(snapshot, it, invitations, population))
                .toList();
    }

    @Override
    public Optional<PartyState> findParty(Snapshot snapshot, PartyId party) {
        return parties(snapshot).stream().filter(it -> it.id().equals(party)).findFirst();
    }

    @Override
    public List<GuestState> guests(Snapshot snapshot, PartyId party) {
        boolean isKept = all(snapshot).stream().anyMatch(it -> it.id().equals(party));
        var told = new TreeMap<Integer, Invitation>();
        invitations(snapshot).forEach((slot, all) -> all.find(party).ifPresent(it -> told.put(slot, it)));
        return told.keySet().stream()
                .filter(_ -> isKept)
                .map(slot -> guest(snapshot, slot, told))
                .sorted(IN_ORDER_OF_HEARING)
                .toList();
    }

    /// Those ahead of which somebody knows, in the order of their beginning.
    List<KnownParty> knownTo(Snapshot snapshot, int slot) {
        var mine = state.parties().of(snapshot.of(state.parties().told()), slot);
        if (mine.all().isEmpty()) {
            return List.of();
        }
        return all(snapshot).stream()
                .filter(it -> !it.isOver(snapshot.tick()) && mine.find(it.id()).isPresent())
                .map(it -> known(snapshot, it))
                .toList();
    }

    private KnownParty known(Snapshot snapshot, Party party) {
        var location = world.locationAt(snapshot, party.place());
        var name = state.residents().nameOf(snapshot.of(state.residents().table()), party.host());
        var place = world.findLocation(snapshot, location).orElseThrow().location();
        var now = residents.clock();
        return new KnownParty(
                party.id(), party.name(), name, location, place.name(), now.at(party.begins()), now.at(party.ends()));
    }

    /// @param invitations of those who live here and were ever told of a party, by slot
    private PartyState state(Snapshot snapshot, Party party, Map<Integer, Invitations> invitations, int population) {
        var told = invitations.values().stream()
                .flatMap(it -> it.find(party.id()).stream())
                .toList();
        var turnout = new Turnout(
                population,
                told.size(),
                (int) told.stream().filter(Invitation::willing).count(),
                (int) told.stream().filter(Invitation::hasCome).count());
        return new PartyState(
                party.id(),
                party.name(),
                idOf(snapshot, party.host()),
                world.locationAt(snapshot, party.place()),
                residents.clock().at(party.begins()),
                residents.clock().at(party.ends()),
                turnout);
    }

    private GuestState guest(Snapshot snapshot, int slot, Map<Integer, Invitation> told) {
        var mine = of(told, slot);
        var path = new ArrayList<ResidentId>();
        int at = slot;
        for (int from = mine.from(); from != at; from = of(told, at).from()) {
            path.add(idOf(snapshot, from));
            at = from;
        }
        return new GuestState(
                idOf(snapshot, slot),
                path.reversed(),
                residents.clock().at(mine.toldAt()),
                mine.willing(),
                Optional.of(mine)
                        .filter(Invitation::hasCome)
                        .map(it -> residents.clock().at(it.cameAt())));
    }

    /// Whoever told somebody was told itself.
    private static Invitation of(Map<Integer, Invitation> told, int slot) {
        return Objects.requireNonNull(told.get(slot));
    }

    private List<Party> all(Snapshot snapshot) {
        return state.parties().all(snapshot.of(state.parties().table()));
    }

    /// By slot.
    private Map<Integer, Invitations> invitations(Snapshot snapshot) {
        var view = snapshot.of(state.parties().told());
        var found = new TreeMap<Integer, Invitations>();
        for (int slot = 0; slot < view.rows(); slot++) {
            if (view.exists(slot)) {
                found.put(slot, state.parties().of(view, slot));
            }
        }
        return found;
    }

    private boolean lives(Snapshot snapshot, int slot) {
        var view = snapshot.of(state.residents().table());
        return view.exists(slot) && state.residents().statusOf(view, slot) != ResidentStatus.DEPARTED;
    }

    private ResidentId idOf(Snapshot snapshot, int slot) {
        return state.residents().idOf(snapshot.of(state.residents().table()), slot);
    }
}
