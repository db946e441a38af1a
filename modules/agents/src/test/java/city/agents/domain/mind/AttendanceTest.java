package city.agents.domain.mind;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.PartyId;
import city.agents.domain.party.Party;
import city.agents.domain.plan.Moment;
import city.agents.domain.plan.Plan;
import city.agents.domain.plan.Step;
import city.agents.domain.plan.StepKind;
import city.world.kernel.Chance;
import city.world.kernel.CityClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A day of work from nine to five and bed at eleven, on the day of the city's first tick.
class AttendanceTest {
    private static final CityClock CLOCK = new CityClock(Instant.parse("2030-01-07T00:00:00Z"), Duration.ofMinutes(5));
    private static final long TODAY = CLOCK.day(0);
    private static final int SQUARE = 5;
    private static final int HALL = 8;

    private static final Step WORK = new Step(StepKind.WORK, 9 * 60, 17 * 60, HALL);
    private static final Step BED = new Step(StepKind.SLEEP, 23 * 60, 35 * 60, 1);
    private static final Plan DAY = new Plan(TODAY, List.of(WORK, BED));

    @Test
    void aPartyOfTheEveningIsInTheDay() {
        assertThat(visits(party(0, 18, 20), DAY, 0, 8)).containsExactly(visit(18 * 60, 20 * 60));
    }

    @Test
    void whatOverlapsWithWorkBeginsOrEndsWithIt() {
        assertThat(visits(party(0, 16, 19), DAY, 0, 8)).containsExactly(visit(17 * 60 + 15, 19 * 60));
        assertThat(visits(party(0, 7, 10), DAY, 0, 6)).containsExactly(visit(7 * 60, 8 * 60 + 45));
        assertThat(visits(party(0, 10, 12), DAY, 0, 8)).isEmpty();
    }

    @Test
    void workThatWasGivenUpStandsInNobodysWay() {
        assertThat(visits(party(0, 10, 12), DAY, 0b01, 8)).containsExactly(visit(10 * 60, 12 * 60));
    }

    @Test
    void aPartyThatIsUnderWayIsJoinedAndOneThatIsAlmostOverIsNot() {
        assertThat(visits(party(0, 18, 20), DAY, 0, 19)).containsExactly(visit(19 * 60, 20 * 60));
        assertThat(visits(party(0, 18, 20), DAY, 0, 20)).isEmpty();
    }

    @Test
    void anotherDaysPartyIsNotInThisOne() {
        assertThat(visits(party(1, 18, 20), DAY, 0, 8)).isEmpty();
        assertThat(visits(party(6, 18, 20), DAY, 0, 8)).isEmpty();
    }

    @Test
    void bedtimeEndsIt() {
        assertThat(visits(party(0, 21, 26), DAY, 0, 8)).containsExactly(visit(21 * 60, 22 * 60 + 45));
        assertThat(visits(party(0, 21, 26), DAY, 0, 24)).isEmpty();
    }

    @Test
    void ofTwoAtOnceTheFirstIsVisitedAndWhatIsInTheDayIsNotAddedAgain() {
        var parties = List.of(party(0, 18, 20), new Party(id(2), "Feast", 1, 6, tick(0, 19), tick(0, 22)));

        var day = Attendance.with(parties, DAY, 0, at(8));

        assertThat(day.steps()).hasSize(4).contains(visit(18 * 60, 20 * 60), new Step(StepKind.PARTY, 1215, 1320, 6));
        assertThat(Attendance.with(parties, day, 0, at(9))).isSameAs(day);
    }

    @Test
    void withoutPartiesThePlanIsItself() {
        assertThat(Attendance.with(List.of(), DAY, 0, at(8))).isSameAs(DAY);
    }

    private static List<Step> visits(Party party, Plan plan, int done, int hour) {
        return Attendance.with(List.of(party), plan, done, at(hour)).steps().stream()
                .filter(it -> it.kind() == StepKind.PARTY)
                .toList();
    }

    private static Step visit(int begin, int end) {
        return new Step(StepKind.PARTY, begin, end, SQUARE);
    }

    private static Party party(int day, int from, int to) {
        return new Party(id(1), "Dance", 1, SQUARE, tick(day, from), tick(day, to));
    }

    private static PartyId id(int number) {
        return new PartyId(new UUID(0x8000, number));
    }

    private static Moment at(int hour) {
        return new Moment(tick(0, hour), CLOCK, Chance.of(1, 0, 1), _ -> 0);
    }

    private static long tick(int day, int hour) {
        return (day * 24L + hour) * CLOCK.ticksPerHour();
    }
}
