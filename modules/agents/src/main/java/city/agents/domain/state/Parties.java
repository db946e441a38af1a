package city.agents.domain.state;

import city.agents.PartyId;
import city.agents.domain.party.Invitation;
import city.agents.domain.party.Invitations;
import city.agents.domain.party.Party;
import city.world.kernel.state.BytesColumn;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Table;
import city.world.kernel.state.TableView;
import city.world.kernel.state.TextColumn;
import city.world.kernel.state.UuidColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Parties ahead and of late, and who was told of which. A party has a row; whoever was ever told of one has a row at
/// its slot.
public final class Parties {
    /// So many may lie ahead.
    public static final int MOST_AHEAD = 16;

    /// Of those that are over the oldest is forgotten when there are more.
    public static final int MOST_KEPT = 32;

    private static final Comparator<Party> IN_TIME =
            Comparator.comparingLong(Party::begins).thenComparing(it -> it.id().value());

    private final Table table = new Table("agents", "parties");
    private final UuidColumn id = table.uuids("id");
    private final TextColumn name = table.texts("name");
    private final IntColumn host = table.ints("host");
    private final IntColumn place = table.ints("place");
    private final LongColumn begins = table.longs("begins");
    private final LongColumn ends = table.longs("ends");

    private final Table told = new Table("agents", "invitations");
    private final BytesColumn invitations = told.bytes("invitations");

    /// An index over the table, in the order of their beginning. Replaced, never changed, so that the decide part of a
    /// tick reads it from any thread.
    private List<Party> kept = List.of();

    public Table table() {
        return table;
    }

    public Table told() {
        return told;
    }

    /// Those that are not over, in the order of their beginning.
    public List<Party> ahead(long tick) {
        return kept.isEmpty()
                ? List.of()
                : kept.stream().filter(it -> !it.isOver(tick)).toList();
    }

    public Optional<Party> find(PartyId party) {
        return kept.stream().filter(it -> it.id().equals(party)).findFirst();
    }

    /// At most {@link #MOST_AHEAD} may lie ahead, with it.
    public void add(Party party) {
        if (table.count() == MOST_KEPT) {
            table.remove(oldest());
        }
        int row = table.add();
        id.set(row, party.id().value());
        name.set(row, party.name());
        host.set(row, party.host());
        place.set(row, party.place());
        begins.set(row, party.begins());
        ends.set(row, party.ends());
        rebuild();
    }

    public Invitations of(int slot) {
        return told.exists(slot) ? Invitations.unpack(invitations.get(slot)) : Invitations.NONE;
    }

    /// Those ahead of which somebody knows, in the order of their beginning.
    public List<Party> knownTo(int slot, long tick) {
        return isKnowing(slot, tick) ? known(of(slot), tick) : List.of();
    }

    /// Those ahead to which somebody means to come.
    public List<Party> wantedBy(int slot, long tick) {
        if (!isKnowing(slot, tick)) {
            return List.of();
        }
        var mine = of(slot);
        return known(mine, tick).stream()
                .filter(it -> mine.find(it.id()).orElseThrow().willing())
                .toList();
    }

    public void hear(int slot, Invitation invitation) {
        if (!told.exists(slot)) {
            told.add(slot);
        }
        invitations.set(
                slot, of(slot).with(invitation, it -> find(it).isPresent()).pack());
    }

    /// Somebody who was told of it is there for the first time.
    public void came(int slot, PartyId party, long tick) {
        invitations.set(slot, of(slot).came(party, tick).pack());
    }

    /// Builds the index anew.
    public void rebuild() {
        var all = new ArrayList<Party>();
        for (int row = table.next(0); row >= 0; row = table.next(row + 1)) {
            all.add(new Party(
                    new PartyId(id.get(row)),
                    name.get(row),
                    host.get(row),
                    place.get(row),
                    begins.get(row),
                    ends.get(row)));
        }
        all.sort(IN_TIME);
        kept = List.copyOf(all);
    }

    /// All that are kept, in the order of their beginning.
    public List<Party> all(TableView view) {
        var all = new ArrayList<Party>();
        for (int row = 0; row < view.rows(); row++) {
            if (view.exists(row)) {
                all.add(new Party(
                        new PartyId(view.get(id, row)),
                        view.get(name, row),
                        view.get(host, row),
                        view.get(place, row),
                        view.get(begins, row),
                        view.get(ends, row)));
            }
        }
        all.sort(IN_TIME);
        return all;
    }

    public Invitations of(TableView view, int slot) {
        return slot < view.rows() && view.exists(slot)
                ? Invitations.unpack(view.get(invitations, slot))
                : Invitations.NONE;
    }

    /// Whether it is worth a look at what somebody was told: of what is over nobody needs to think.
    private boolean isKnowing(int slot, long tick) {
        if (!told.exists(slot)) {
            return false;
        }
        for (var party : kept) {
            if (!party.isOver(tick)) {
                return true;
            }
        }
        return false;
    }

    private List<Party> known(Invitations mine, long tick) {
        return kept.stream()
                .filter(it -> !it.isOver(tick) && mine.find(it.id()).isPresent())
                .toList();
    }

    private int oldest() {
        int oldest = table.next(0);
        for (int row = oldest; row >= 0; row = table.next(row + 1)) {
            oldest = ends.get(row) < ends.get(oldest) ? row : oldest;
        }
        return oldest;
    }
}
