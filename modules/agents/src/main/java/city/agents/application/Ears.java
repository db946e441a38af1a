package city.agents.application;

import city.agents.domain.body.Activity;
import city.agents.domain.mind.Because;
import city.agents.domain.state.AgentsState;
import city.economy.EconomyEvent.ArrearsPaid;
import city.economy.EconomyEvent.LeftJob;
import city.economy.EconomyEvent.WageOwed;
import city.world.ResidentId;
import city.world.World;
import city.world.WorldEvent.LocationClosed;
import city.world.WorldEvent.WeatherChanged;
import city.world.kernel.Participant.Subscription;
import java.util.List;

/// What wakes residents before their time. The cost of hearing follows those concerned: the crowd at a place, or
/// those who pass the time outdoors.
final class Ears {
    static final int PLACE_CLOSED = 1;
    static final int FOUL_WEATHER = 1 << 1;
    static final int JOB_LOST = 1 << 2;

    /// No slot: nobody is left out of the crowd.
    private static final int NOBODY = -1;

    private final AgentsState state;
    private final World world;
    private final Timers timers;

    Ears(AgentsState state, World world, Timers timers) {
        this.state = state;
        this.world = world;
        this.timers = timers;
    }

    List<Subscription<?>> subscriptions() {
        return List.of(
                new Subscription<>(LocationClosed.class, (event, _) -> closed(event)),
                new Subscription<>(WeatherChanged.class, (event, _) -> weather(event)),
                new Subscription<>(LeftJob.class, (event, _) -> leftJob(event.resident())),
                new Subscription<>(WageOwed.class, (event, _) -> unpaid(event.resident())),
                new Subscription<>(ArrearsPaid.class, (event, _) -> paid(event.resident())));
    }

    /// Who is inside, and in a place within, is woken. Who is on the way finds out at the door.
    private void closed(LocationClosed event) {
        int closed = world.rowOf(event.location());
        for (int place = closed; place <= world.lastWithin(closed); place++) {
            for (int slot : world.othersAt(place, NOBODY, world.crowdAt(place))) {
                timers.stir(slot, PLACE_CLOSED);
            }
        }
    }

    private void weather(WeatherChanged event) {
        if (!event.to().isFoul()) {
            return;
        }
        for (int place = 0; place < world.locations(); place++) {
            if (world.location(place).kind().isOutdoors() && world.crowdAt(place) > 0) {
                stirIdlers(place);
            }
        }
    }

    private void stirIdlers(int place) {
        for (int slot : world.othersAt(place, NOBODY, world.crowdAt(place))) {
            if (state.minds().activityOf(slot) == Activity.RELAXING) {
                timers.stir(slot, FOUL_WEATHER);
            }
        }
    }

    /// A resident who quit does something else by now, so that its own deed does not wake it.
    private void leftJob(ResidentId resident) {
        int slot = world.slotOf(resident);
        if (state.residents().exists(slot)
                && state.minds().activityOf(slot) == Activity.WORKING
                && state.minds().becauseOf(slot) == Because.SHIFT) {
            timers.stir(slot, JOB_LOST);
        }
    }

    private void unpaid(ResidentId resident) {
        int slot = world.slotOf(resident);
        if (state.residents().exists(slot)) {
            state.minds().unpaidShifts(slot, state.minds().unpaidShiftsOf(slot) + 1);
        }
    }

    private void paid(ResidentId resident) {
        int slot = world.slotOf(resident);
        if (state.residents().exists(slot)) {
            state.minds().unpaidShifts(slot, 0);
        }
    }
}
