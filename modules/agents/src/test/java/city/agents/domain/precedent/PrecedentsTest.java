package city.agents.domain.precedent;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Action;
import city.agents.Occasion;
import city.economy.JobId;
import city.economy.Money;
import city.world.LocationId;
import city.world.ResidentId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PrecedentsTest {
    private static final ResidentId ANN = new ResidentId(new UUID(1, 1));
    private static final ResidentId BEN = new ResidentId(new UUID(1, 2));
    private static final long KEPT = 100;

    private final Precedents precedents = new Precedents(KEPT, 3, 5);

    @Test
    void aDecisionStandsForItsResidentInTheSameCircumstances() {
        precedents.keep(ANN, at(1), rest(7, 10));

        assertThat(precedents.find(ANN, at(1), 20)).contains(rest(7, 10));
        assertThat(precedents.find(ANN, at(2), 20)).isEmpty();
        assertThat(precedents.find(BEN, at(1), 20)).isEmpty();
    }

    @Test
    void itStandsForItsTimeAndBeingUsedDoesNotProlongIt() {
        precedents.keep(ANN, at(1), rest(7, 10));

        assertThat(precedents.find(ANN, at(1), 10 + KEPT - 1)).isPresent();
        assertThat(precedents.find(ANN, at(1), 10 + KEPT)).isEmpty();
        assertThat(precedents.count()).isZero();
    }

    @Test
    void ofOneResidentTheLeastLatelyUsedGivesWay() {
        precedents.keep(ANN, at(1), rest(1, 1));
        precedents.keep(ANN, at(2), rest(2, 2));
        precedents.keep(ANN, at(3), rest(3, 3));
        precedents.find(ANN, at(1), 4);

        precedents.keep(ANN, at(4), rest(4, 4));

        assertThat(precedents.find(ANN, at(2), 5)).isEmpty();
        assertThat(precedents.find(ANN, at(1), 5)).isPresent();
        assertThat(precedents.count()).isEqualTo(3);
    }

    @Test
    void ofAllTheLeastLatelyUsedGivesWay() {
        precedents.keep(ANN, at(1), rest(1, 1));
        precedents.keep(ANN, at(2), rest(2, 2));
        precedents.keep(BEN, at(1), rest(1, 3));
        precedents.keep(BEN, at(2), rest(2, 4));
        precedents.keep(BEN, at(3), rest(3, 5));
        precedents.find(ANN, at(1), 6);

        precedents.keep(new ResidentId(new UUID(1, 3)), at(1), rest(1, 6));

        assertThat(precedents.count()).isEqualTo(5);
        assertThat(precedents.find(ANN, at(2), 7)).isEmpty();
        assertThat(precedents.find(ANN, at(1), 7)).isPresent();
    }

    @Test
    void whatIsDroppedIsGone() {
        precedents.keep(ANN, at(1), rest(1, 1));

        precedents.drop(ANN, at(1));

        assertThat(precedents.find(ANN, at(1), 2)).isEmpty();
        assertThat(precedents.count()).isZero();
    }

    @Test
    void talkAndWhatChangesALifeIsThoughtAboutEachTime() {
        precedents.keep(ANN, at(1), new Precedent(new Action.Reply(true, 30), 1, 1, ""));
        precedents.keep(ANN, at(2), new Precedent(new Action.Give(BEN, new Money(5)), 2, 1, ""));
        precedents.keep(ANN, at(3), new Precedent(new Action.TakeJob(new JobId(new UUID(2, 2))), 3, 1, ""));

        assertThat(precedents.count()).isZero();
    }

    @Test
    void forNoDaysNothingIsKept() {
        var none = new Precedents(0, 3, 5);

        none.keep(ANN, at(1), rest(1, 1));

        assertThat(none.areKept()).isFalse();
        assertThat(none.count()).isZero();
    }

    private static Precedent rest(long question, long tick) {
        return new Precedent(new Action.Rest(30), question, tick, "I am tired.");
    }

    private static Circumstances at(int place) {
        return new Circumstances(
                Occasion.FREE_TIME,
                new LocationId(new UUID(3, place)),
                true,
                "evening",
                false,
                2,
                1,
                2,
                3,
                Optional.empty(),
                false,
                Circumstances.Present.NOBODY,
                "sleep");
    }
}
