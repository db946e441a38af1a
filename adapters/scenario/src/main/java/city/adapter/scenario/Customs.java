package city.adapter.scenario;

import city.agents.AgentsCommand.SetMigration;
import city.world.AlmanacPlan;
import city.world.WorldCommand.KeepAlmanac;
import city.world.kernel.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a scenario says of the city's days and of who comes and goes.
record Customs(AlmanacPlan almanac, Optional<SetMigration> migration) {
    /// A scenario that says nothing founds the city that it always did.
    List<Command<?>> founding() {
        var commands = new ArrayList<Command<?>>();
        boolean empty = almanac.holidays().isEmpty()
                && almanac.regulars().isEmpty()
                && almanac.risks().isEmpty();
        if (!empty) {
            commands.add(new KeepAlmanac(almanac));
        }
        migration.ifPresent(commands::add);
        return commands;
    }
}
