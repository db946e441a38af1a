package city.agents.application;

import city.agents.ResidentStatus;
import city.agents.domain.body.Activity;
import city.agents.domain.mind.Because;
import city.agents.domain.state.AgentsState;
import city.agents.domain.talk.NewsKind;
import city.economy.EconomyEvent.ArrearsPaid;
import city.economy.EconomyEvent.Hired;
import city.economy.EconomyEvent.LeftJob;
import city.economy.EconomyEvent.WageOwed;
import city.social.SocialEvent.Declined;
import city.social.SocialEvent.InteractionEnded;
import city.social.SocialEvent.Invited;
import city.social.SocialEvent.Left;
import city.social.SocialEvent.MessageSaid;
import city.world.ResidentId;
import city.world.World;
import city.world.WorldEvent.LocationClosed;
import city.world.WorldEvent.WeatherChanged;
import city.world.kernel.Participant.Subscription;
import city.world.kernel.Turn;
import java.util.List;

/// What wakes residents before their time. The cost of hearing follows those concerned: the crowd at a place, or
/// those who pass the time outdoors.
final class Ears {
    static final int PLACE_CLOSED = 1;
    static final int FOUL_WEATHER = 1 << 1;
    static final int JOB_LOST = 1 << 2;
    static final int SPOKEN_TO = 1 << 8;
    static final int TALK_OVER = 1 << 9;

    /// No slot: nobody is left out of the crowd.
    private static final int NOBODY = -1;

    private final AgentsState state;
    private final World world;
    private final Timers timers;
    private final Talks talks;

    Ears(AgentsState state, World world, Timers timers, Talks talks) {
        this.state = state;
        this.world = world;
        this.timers = timers;
        this.talks = talks;
    }

    List<Subscription<?>> subscriptions() {
        return List.of(
                new Subscription<>(LocationClosed.class, (event, turn) -> closed(event, turn)),
                new Subscription<>(WeatherChanged.class, (event, _) -> weather(event)),
                new Subscription<>(LeftJob.class, (event, turn) -> leftJob(event.resident(), turn)),
                new Subscription<>(WageOwed.class, (event, turn) -> unpaid(event.resident(), turn)),
                new Subscription<>(ArrearsPaid.class, (event, turn) -> paid(event.resident(), turn)),
                new Subscription<>(Hired.class, (event, turn) -> news(event.resident(), NewsKind.HIRED, turn)),
                new Subscription<>(Invited.class, (event, _) -> spokenTo(event.invited())),
                new Subscription<>(MessageSaid.class, (event, _) -> event.next().ifPresent(this::spokenTo)),
                new Subscription<>(Left.class, (event, _) -> spokenTo(event.next())),
                new Subscription<>(Declined.class, (event, _) -> over(event.inviter())),
                new Subscription<>(
                        InteractionEnded.class, (event, _) -> event.members().forEach(this::over)));
    }

    /// Who is inside, and in a place within, is woken. Who is on the way finds out at the door.
    private void closed(LocationClosed event, Turn turn) {
        int closed = world.rowOf(event.location());
        for (int place = closed; place <= world.lastWithin(closed); place++) {
            for (int slot : world.othersAt(place, NOBODY, world.crowdAt(place))) {
                timers.stir(slot, PLACE_CLOSED);
                talks.happened(slot, NewsKind.SHUT, closed, turn.tick());
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
    private void leftJob(ResidentId resident, Turn turn) {
        int slot = world.slotOf(resident);
        news(resident, NewsKind.QUIT, turn);
        if (state.residents().exists(slot)
                && state.minds().activityOf(slot) == Activity.WORKING
                && state.minds().becauseOf(slot) == Because.SHIFT) {
            timers.stir(slot, JOB_LOST);
        }
    }

    private void unpaid(ResidentId resident, Turn turn) {
        int slot = world.slotOf(resident);
        if (state.residents().exists(slot)) {
            talks.happened(slot, NewsKind.UNPAID, slot, turn.tick());
            state.minds().unpaidShifts(slot, state.minds().unpaidShiftsOf(slot) + 1);
        }
    }

    private void paid(ResidentId resident, Turn turn) {
        int slot = world.slotOf(resident);
        if (state.residents().exists(slot)) {
            talks.happened(slot, NewsKind.PAID, slot, turn.tick());
            state.minds().unpaidShifts(slot, 0);
        }
    }

    /// How the city was founded is no news.
    private void news(ResidentId resident, NewsKind kind, Turn turn) {
        int slot = world.slotOf(resident);
        if (turn.tick() > 1
                && state.residents().exists(slot)
                && state.residents().statusOf(slot) != ResidentStatus.DEPARTED) {
            talks.happened(slot, kind, slot, turn.tick());
        }
    }

    private void spokenTo(ResidentId resident) {
        timers.stir(world.slotOf(resident), SPOKEN_TO);
    }

    /// Who was in it goes on with its day; who left it before does something else by now.
    private void over(ResidentId resident) {
        int slot = world.slotOf(resident);
        if (state.minds().activityOf(slot) == Activity.TALKING) {
            timers.stir(slot, TALK_OVER);
        }
    }
}
