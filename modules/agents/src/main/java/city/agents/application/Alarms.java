package city.agents.application;

import city.agents.domain.body.Activity;
import city.agents.domain.state.AgentsState;
import city.world.Almanac;
import city.world.Happening;
import city.world.World;
import city.world.WorldEvent.EventStarted;
import city.world.kernel.Participant.Subscription;
import java.util.List;

/// Whom something that begins wakes: those who are where it shuts, and those whom a storm finds outdoors. Nobody is
/// woken for a festival; who is free goes there when it next looks up. The cost follows those concerned.
final class Alarms {
    /// No slot: nobody is left out of the crowd.
    private static final int NOBODY = -1;

    private final AgentsState state;
    private final World world;
    private final Almanac almanac;
    private final Timers timers;

    Alarms(AgentsState state, World world, Almanac almanac, Timers timers) {
        this.state = state;
        this.world = world;
        this.almanac = almanac;
        this.timers = timers;
    }

    List<Subscription<?>> subscriptions() {
        return List.of(new Subscription<>(EventStarted.class, (event, _) -> started(event)));
    }

    private void started(EventStarted event) {
        for (int place = 0; place < world.locations(); place++) {
            var kind = world.location(place).kind();
            if (world.crowdAt(place) == 0 || !almanac.covers(event.place(), place)) {
                continue;
            }
            if (event.kind().shuts(kind)) {
                stir(place, Ears.PLACE_CLOSED, false);
            } else if (event.kind() == Happening.Kind.STORM && kind.isOutdoors()) {
                stir(place, Ears.FOUL_WEATHER, true);
            }
        }
    }

    private void stir(int place, int reason, boolean idlersOnly) {
        for (int slot : world.othersAt(place, NOBODY, world.crowdAt(place))) {
            if (!idlersOnly || state.minds().activityOf(slot) == Activity.RELAXING) {
                timers.stir(slot, reason);
            }
        }
    }
}
