package city.world.kernel.state;

import java.util.Map;

/// The whole city as it was after one commit: an immutable view of every table. Safe to read from any thread.
public final class Snapshot {
    private final long tick;
    private final long sequence;
    private final Map<Table, TableView> views;

    public Snapshot(long tick, long sequence, Map<Table, TableView> views) {
        this.tick = tick;
        this.sequence = sequence;
        this.views = views;
    }

    /// The tick that was last run.
    public long tick() {
        return tick;
    }

    /// The sequence of the last event that this state reflects, 0 before the first.
    public long sequence() {
        return sequence;
    }

    public TableView of(Table table) {
        var view = views.get(table);
        if (view == null) {
            throw new IllegalArgumentException(table.name() + " belongs to no participant of this city");
        }
        return view;
    }
}
