package city.memory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.memory.Stakes;
import city.memory.Stakes.Role;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ImportanceTest {
    @Test
    void aRestSeenByAStrangerMattersLeastAndWhatTheCityTellsAFriendMost() {
        assertThat(Importance.of(new Stakes(30, Role.OBSERVER, 0, false, false)))
                .isEqualTo(70);
        assertThat(Importance.of(new Stakes(850, Role.TARGET, 1000, true, true)))
                .isEqualTo(1000);
    }

    @Test
    void everyPartCounts() {
        assertThat(Importance.of(new Stakes(200, Role.ACTOR, 0, false, false))).isEqualTo(320);
        assertThat(Importance.of(new Stakes(200, Role.LISTENER, 0, false, false)))
                .isEqualTo(400);
        assertThat(Importance.of(new Stakes(200, Role.LISTENER, 500, false, false)))
                .isEqualTo(500);
        assertThat(Importance.of(new Stakes(200, Role.LISTENER, 500, true, false)))
                .isEqualTo(600);
        assertThat(Importance.of(new Stakes(200, Role.LISTENER, 500, true, true)))
                .isEqualTo(650);
    }

    @Test
    void whatIsMuchIsPressed() {
        assertThat(Importance.of(new Stakes(450, Role.TARGET, 0, false, false))).isEqualTo(750);
        assertThat(Importance.of(new Stakes(750, Role.TARGET, 0, false, false))).isEqualTo(850);
    }

    @Test
    void stakesOutsideOfTheirRangeAreRefused() {
        assertThatThrownBy(() -> new Stakes(29, Role.ACTOR, 0, false, false)).hasMessage("base must be 30 to 850: 29");
        assertThatThrownBy(() -> new Stakes(30, Role.ACTOR, 1001, false, false))
                .hasMessage("tie must be 0 to 1000: 1001");
    }

    @Property
    void moreAtStakeNeverMattersLess(
            @ForAll @IntRange(min = 30, max = 849) int base,
            @ForAll Role role,
            @ForAll @IntRange(max = 995) int tie,
            @ForAll boolean goal,
            @ForAll boolean ownPlace) {
        int importance = Importance.of(new Stakes(base, role, tie, goal, ownPlace));

        assertThat(importance).isBetween(70, 1000);
        assertThat(Importance.of(new Stakes(base + 1, role, tie, goal, ownPlace)))
                .isGreaterThanOrEqualTo(importance);
        assertThat(Importance.of(new Stakes(base, role, tie + 5, goal, ownPlace)))
                .isGreaterThanOrEqualTo(importance);
        assertThat(Importance.of(new Stakes(base, Role.TARGET, tie, true, true)))
                .isGreaterThanOrEqualTo(importance);
    }
}
