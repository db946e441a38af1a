package city.agents.domain.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.agents.Life;
import city.agents.Life.Calling;
import city.agents.Life.Occupation;
import city.agents.Life.Values;
import city.agents.Migration;
import city.agents.Migration.Range;
import city.agents.domain.state.Lives;
import city.agents.domain.state.MigrationRules;
import city.world.ResidentId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GoalTest {
    @Test
    void occupationFollowsFromJobThenCallingThenAge() {
        assertThat(Occupation.of(true, Optional.of(Calling.PUPIL), 9)).isEqualTo(Occupation.EMPLOYED);
        assertThat(Occupation.of(false, Optional.of(Calling.HOMEMAKER), 40)).isEqualTo(Occupation.HOMEMAKER);
        assertThat(Occupation.of(false, Optional.empty(), 15)).isEqualTo(Occupation.PUPIL);
        assertThat(Occupation.of(false, Optional.empty(), 16)).isEqualTo(Occupation.JOBLESS);
        assertThat(Occupation.of(false, Optional.empty(), 66)).isEqualTo(Occupation.RETIRED);
    }

    @Test
    void aLifeIsKeptAsItWasAndAgesWithTheYears() {
        var partner = new ResidentId(new UUID(1, 1));
        var mother = new ResidentId(new UUID(1, 2));
        var values = new Values(1, 2, 3, 4, 5);
        var life = new Life(
                30, values, Optional.of(Calling.HOMEMAKER), Optional.empty(), Optional.of(partner), List.of(mother));
        var lives = new Lives();

        lives.add(0, life, 10_000);

        assertThat(lives.ageOf(0, 10_000)).isEqualTo(30);
        assertThat(lives.ageOf(0, 10_000 + 2 * 365)).isEqualTo(32);
        assertThat(lives.valuesOf(0)).isEqualTo(values);
        assertThat(lives.partnerOf(0)).contains(partner);
        assertThat(lives.parentsOf(0)).containsExactly(mother);
        assertThat(lives.occupationOf(0, false, 10_000)).isEqualTo(Occupation.HOMEMAKER);
    }

    @Test
    void whatIsPursuedBeginsAtNothing() {
        var lives = new Lives();
        lives.add(0, Life.LIKE_MOST, 0);
        lives.pursue(0, Goal.SEE_PLACES, 3, 7);
        lives.see(0, 5);
        lives.see(0, 5);
        lives.see(0, 69);

        assertThat(Long.bitCount(lives.seen(0)))
                .as("5 and 69 are one modulo 64")
                .isEqualTo(1);
        lives.pursue(0, Goal.LEARN, 480, 9);
        assertThat(lives.seen(0)).isZero();
        assertThat(lives.progressOf(0)).isZero();
        assertThat(lives.goalOf(0)).isEqualTo(Goal.LEARN);
    }

    @Test
    void migrationIsReadBackAsItWasStated() {
        var stated = new Migration(
                100,
                20,
                5,
                50,
                List.of("Ada", "Ben"),
                List.of("Alder"),
                Collections.nCopies(Migration.TRAITS, new Range(1, 99)),
                Collections.nCopies(Migration.VALUES, new Range(2, 98)),
                new Range(18, 60),
                new Range(0, 100_000),
                List.of("To stay."));
        var rules = new MigrationRules();
        rules.set(stated);

        rules.rebuild();

        assertThat(rules.get()).contains(stated);
        assertThatThrownBy(() -> new Range(3, 2)).hasMessageContaining("range");
    }
}
