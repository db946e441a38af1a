package city.agents.domain.mind;

import city.agents.Action;
import city.agents.Life.Occupation;
import city.agents.domain.plan.Moment;
import city.agents.domain.plan.Step;
import city.world.World;
import java.util.Optional;

/// What is to be done besides work: to look for it, to learn, to see the doctor.
final class Errands {
    private static final int LESSON_MINUTES = 60;
    private static final int CONSULTATION_MINUTES = 45;

    private final Surroundings around;
    private final Self self;
    private final Moment moment;

    Errands(Surroundings around, Self self, Moment moment) {
        this.around = around;
        this.self = self;
        this.moment = moment;
    }

    /// @param last whether the step is done with it
    record Errand(Action action, Because because, boolean last) {}

    /// Until the step or the lesson ends, or the plan has something else.
    ///
    /// @param minutesLeft until the step ends or the next begins
    Optional<Errand> learn(Step step, int now, int minutesLeft) {
        var because = self.character().occupation() == Occupation.PUPIL ? Because.SCHOOL : Because.GOAL;
        if (!isOpen(step.place())) {
            return Optional.empty();
        }
        if (self.place() != step.place()) {
            return Optional.of(move(step.place(), because));
        }
        if (now < step.begin()) {
            return Optional.of(new Errand(new Action.Wait(step.begin() - now), Because.TOO_EARLY, false));
        }
        int minutes = Math.max(1, Math.min(LESSON_MINUTES, minutesLeft));
        return Optional.of(new Errand(new Action.Study(minutes), because, false));
    }

    /// Who has a job leaves it only for one that pays better, and takes that one next.
    Optional<Errand> seekJob() {
        var present = around.economy().employmentOf(self.slot());
        if (present.isPresent()) {
            return around.jobs()
                    .better(self, moment, present.get())
                    .map(_ -> new Errand(new Action.QuitJob(), Because.GOAL, false));
        }
        return around.jobs()
                .best(self, moment)
                .map(it -> new Errand(new Action.TakeJob(it.job()), Because.NO_JOB, true));
    }

    Optional<Errand> quitJob() {
        return around.economy()
                .employmentOf(self.slot())
                .map(_ -> new Errand(new Action.QuitJob(), Because.UNPAID, true));
    }

    /// To a festival that goes on nearby and that one would like.
    Optional<Errand> festival(int minutes) {
        boolean able = !self.character().ill() && minutes >= LESSON_MINUTES;
        int venue = able ? around.goings().festivalNow(self, moment) : World.NOWHERE;
        if (venue == World.NOWHERE) {
            return Optional.empty();
        }
        return Optional.of(
                venue == self.place()
                        ? new Errand(new Action.Wait(Math.min(60, minutes)), Because.FESTIVAL, false)
                        : move(venue, Because.FESTIVAL));
    }

    /// To the market where one means to shop, unless one is there or was turned away.
    Optional<Errand> market(Step step) {
        boolean elsewhere = step.hasPlace() && step.place() != self.place() && step.place() != self.avoided();
        return elsewhere ? Optional.of(move(step.place(), Because.MARKET_DAY)) : Optional.empty();
    }

    /// Why one is where a step of leisure says.
    static Because reason(Step step) {
        return switch (step.kind()) {
            case CHAPEL, HOBBY -> Because.HABIT;
            case FESTIVAL -> Because.FESTIVAL;
            case PARTY -> Because.PARTY;
            case EAT, SEEK_JOB, QUIT_JOB, WORK, SHOP, LEISURE, SLEEP, LEARN, SEE_DOCTOR -> Because.PLAN;
        };
    }

    Optional<Errand> doctor(Step step) {
        if (!isOpen(step.place()) || !self.character().ill()) {
            return Optional.empty();
        }
        return Optional.of(
                self.place() == step.place()
                        ? new Errand(new Action.Rest(CONSULTATION_MINUTES), Because.ILL, true)
                        : move(step.place(), Because.ILL));
    }

    private boolean isOpen(int place) {
        if (place == self.avoided()) {
            return false;
        }
        return place == self.place()
                ? around.world().isOpen(place)
                : around.isOpenOnArrival(self.place(), place, moment);
    }

    private Errand move(int place, Because because) {
        return new Errand(new Action.Move(around.world().location(place).id()), because, false);
    }
}
