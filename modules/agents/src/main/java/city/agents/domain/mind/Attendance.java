package city.agents.domain.mind;

import city.agents.domain.party.Party;
import city.agents.domain.plan.Moment;
import city.agents.domain.plan.Plan;
import city.agents.domain.plan.Step;
import city.agents.domain.plan.StepKind;
import java.util.List;
import java.util.Optional;

/// Makes room in a day for the parties that a resident means to go to, whenever it was told of them: what it has to do
/// comes first, pastimes give way.
final class Attendance {
    /// A visit that is worth the way.
    private static final int SHORTEST_VISIT = 30;

    /// Minutes between the party and what one has to do.
    private static final int CHANGE_OVER = 15;

    private static final int MINUTES_PER_DAY = 1440;

    private Attendance() {}

    /// @param done a bit for each step that is done or given up
    /// @return the plan itself when no party of its day is missing in it
    static Plan with(List<Party> parties, Plan plan, int done, Moment moment) {
        var day = plan;
        for (var party : parties) {
            if (!isIn(day, party, moment)) {
                day = visit(party, day, day.doneAsIn(plan, done), moment)
                        .map(day::with)
                        .orElse(day);
            }
        }
        return day;
    }

    private static boolean isIn(Plan day, Party party, Moment moment) {
        return day.steps().stream()
                .anyMatch(it -> it.kind() == StepKind.PARTY
                        && it.place() == party.place()
                        && it.begin() < minute(day, party.ends(), moment)
                        && it.end() > minute(day, party.begins(), moment));
    }

    /// Empty when it is on another day, or there is no time for it.
    private static Optional<Step> visit(Party party, Plan day, int done, Moment moment) {
        int begin = Math.max(minute(day, party.begins(), moment), minute(day, moment.tick(), moment));
        int end = Math.min(minute(day, party.ends(), moment), bedtime(day) - CHANGE_OVER);
        for (int i = 0; i < day.steps().size(); i++) {
            var step = day.steps().get(i);
            boolean isDuty = isDuty(step.kind()) && (done >> i & 1) == 0;
            if (isDuty && step.begin() <= begin && step.end() > begin) {
                begin = step.end() + CHANGE_OVER;
            } else if (isDuty && step.begin() > begin) {
                end = Math.min(end, step.begin() - CHANGE_OVER);
            }
        }
        return end - begin < SHORTEST_VISIT
                ? Optional.empty()
                : Optional.of(new Step(StepKind.PARTY, begin, end, party.place()));
    }

    private static int bedtime(Plan day) {
        return day.steps().stream()
                .filter(it -> it.kind() == StepKind.SLEEP)
                .mapToInt(Step::begin)
                .findFirst()
                .orElse(MINUTES_PER_DAY);
    }

    private static boolean isDuty(StepKind kind) {
        return switch (kind) {
            case WORK, LEARN, SEE_DOCTOR, PARTY -> true;
            case EAT, SEEK_JOB, QUIT_JOB, SHOP, LEISURE, SLEEP, CHAPEL, FESTIVAL, HOBBY -> false;
        };
    }

    private static int minute(Plan day, long tick, Moment moment) {
        return day.minute(moment.clock().day(tick), moment.clock().minuteOfDay(tick));
    }
}
