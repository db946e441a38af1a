package city.agents.application;

import city.agents.Persona;
import city.agents.Persona.Traits;
import city.agents.ResidentStatus;
import city.agents.domain.body.Activity;
import city.agents.domain.body.Meal;
import city.agents.domain.party.Invitation;
import city.agents.domain.party.Party;
import city.agents.domain.plan.StepKind;
import city.agents.domain.state.AgentsState;
import city.agents.domain.talk.People;
import city.world.kernel.Chance;
import city.world.kernel.CityClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Residents as those see them who talk with them.
final class Townsfolk implements People {
    private static final CityClock UNSET = new CityClock(Instant.EPOCH, Duration.ofMinutes(5));

    private final AgentsState state;

    /// Of the city that was loaded last; set by the city thread before any tick.
    private CityClock clock = UNSET;

    Townsfolk(AgentsState state) {
        this.state = state;
    }

    void clock(CityClock ofTheCity) {
        clock = ofTheCity;
    }

    @Override
    public String nameOf(int slot) {
        return state.residents().nameOf(slot);
    }

    @Override
    public Persona personaOf(int slot) {
        return state.residents().personaOf(slot);
    }

    @Override
    public Traits traitsOf(int slot) {
        return state.residents().traitsOf(slot);
    }

    @Override
    public int homeOf(int slot) {
        return state.residents().homeOf(slot);
    }

    @Override
    public boolean isOpenTo(int slot) {
        return state.residents().exists(slot)
                && state.residents().statusOf(slot) == ResidentStatus.ACTIVE
                && state.minds().activityOf(slot).allowsTalk();
    }

    @Override
    public int unpaidShiftsOf(int slot) {
        return state.minds().unpaidShiftsOf(slot);
    }

    @Override
    public Optional<String> errandOf(int slot, long tick) {
        var plan = state.plans().of(slot);
        int now = plan.minute(clock.day(tick), clock.minuteOfDay(tick));
        int done = state.minds().doneOf(slot);
        for (int i = 0; i < plan.steps().size(); i++) {
            var step = plan.steps().get(i);
            if ((done >> i & 1) == 0 && step.begin() > now) {
                return isErrand(step.kind()) ? Optional.of(step.kind().words()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Party> partiesKnownTo(int slot, long tick) {
        return state.parties().knownTo(slot, tick);
    }

    @Override
    public boolean means(int slot, Party party) {
        return state.parties()
                .of(slot)
                .find(party.id())
                .filter(Invitation::willing)
                .isPresent();
    }

    /// At table in company one looks up at once and then goes on eating: the rest of the meal is not yet on its timer.
    @Override
    public long busyUntil(int slot, long tick) {
        var minds = state.minds();
        if (minds.activityOf(slot) != Activity.EATING || minds.wakeAt(slot) > tick) {
            return minds.wakeAt(slot);
        }
        boolean looksRound = minds.sinceOf(slot) == tick - 1;
        return looksRound ? minds.sinceOf(slot) + clock.ticksFor(Meal.MINUTES) : tick;
    }

    @Override
    public Chance character() {
        return new Chance(0);
    }

    private static boolean isErrand(StepKind kind) {
        return switch (kind) {
            case EAT, SEEK_JOB, WORK, SHOP, LEARN, SEE_DOCTOR, PARTY -> true;
            case QUIT_JOB, LEISURE, SLEEP, CHAPEL, FESTIVAL, HOBBY -> false;
        };
    }
}
