package city.agents.application;

import city.agents.AgentsCommand.MigrationSet;
import city.agents.Migration;
import city.agents.domain.state.AgentsState;

/// Who comes to the city of its own accord, and who leaves it.
final class Settling {
    private final AgentsState state;

    Settling(AgentsState state) {
        this.state = state;
    }

    MigrationSet state(Migration migration) {
        if (state.migration().isSet()) {
            throw new IllegalStateException("migration is set already");
        }
        state.migration().set(migration);
        return new MigrationSet(migration.arrivalsPerYear());
    }

    void rebuild() {
        state.migration().rebuild();
    }
}
