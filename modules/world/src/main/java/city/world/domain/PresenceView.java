package city.world.domain;

import city.world.ResidentId;
import city.world.WorldReads.Positions;
import city.world.kernel.state.IdIndex;
import city.world.kernel.state.TableView;

/// Who was where after one commit. Immutable, safe from any thread.
public final class PresenceView implements Positions {
    private final PresenceTable columns;
    private final IdIndex slots;
    private final TableView rows;

    PresenceView(PresenceTable columns, IdIndex slots, TableView rows) {
        this.columns = columns;
        this.slots = slots;
        this.rows = rows;
    }

    /// The rows that are viewed: equal for snapshots between which nobody moved.
    public TableView rows() {
        return rows;
    }

    @Override
    public int slots() {
        return rows.rows();
    }

    /// @return the slot, or -1
    public int slotOf(ResidentId resident) {
        return slots.find(rows, resident.value());
    }

    public ResidentId residentAt(int slot) {
        return new ResidentId(rows.get(columns.id, slot));
    }

    public boolean isGone(int slot) {
        return rows.get(columns.gone, slot) != 0;
    }

    @Override
    public int locationOf(int slot) {
        return rows.get(columns.location, slot);
    }

    @Override
    public int originOf(int slot) {
        return rows.get(columns.origin, slot);
    }

    @Override
    public int destinationOf(int slot) {
        return rows.get(columns.destination, slot);
    }

    @Override
    public long arrivalOf(int slot) {
        return rows.get(columns.arrivalTick, slot);
    }

    @Override
    public long departureOf(int slot) {
        return rows.get(columns.departedTick, slot);
    }

    @Override
    public boolean sameAs(Positions other) {
        return other instanceof PresenceView view && view.rows == rows;
    }
}
