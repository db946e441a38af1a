package city.agents.application;

import city.agents.AgentsReads.Activities;
import city.agents.domain.body.Activity;
import city.agents.domain.state.Minds;
import city.world.kernel.state.TableView;
import java.util.Arrays;
import java.util.List;

/// What everybody did after one commit.
///
/// @param rows the viewed rows of `minds`: the same object for snapshots between which no mind changed
record ActivityView(Minds minds, TableView rows) implements Activities {
    private static final List<String> WORDS =
            Arrays.stream(Activity.values()).map(Activity::words).toList();

    @Override
    public int slots() {
        return rows.rows();
    }

    @Override
    public int codeOf(int slot) {
        return rows.exists(slot) ? minds.activityOf(rows, slot).code() : Activity.GONE.code();
    }

    @Override
    public List<String> words() {
        return WORDS;
    }

    @Override
    public boolean sameAs(Activities other) {
        return other instanceof ActivityView view && view.rows == rows;
    }
}
