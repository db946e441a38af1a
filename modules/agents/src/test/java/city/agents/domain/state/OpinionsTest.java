package city.agents.domain.state;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Opinion;
import city.agents.Opinion.Subject;
import city.world.LocationId;
import city.world.ResidentId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OpinionsTest {
    private static final Subject BEN = new Subject.Person(new ResidentId(new UUID(1, 2)));
    private static final Subject PARK = new Subject.Place(new LocationId(new UUID(3, 4)));
    private static final Subject BREAD = new Subject.Good("bread");

    @Test
    void theyComeBackFromTheirBytesAsTheyWere() {
        var opinions = Opinions.none()
                .with(new Opinion(BEN, -2, "Il ment – 他撒谎 🙂"), 7)
                .with(new Opinion(PARK, 0, "x".repeat(Opinion.MAX_WORDS)), 8)
                .with(new Opinion(BREAD, 2, "Worth its price."), Long.MAX_VALUE);

        assertThat(Opinions.unpack(opinions.pack()).held()).isEqualTo(opinions.held());
        assertThat(Opinions.unpack(new byte[0]).held()).isEmpty();
    }

    @Test
    void ofEachSubjectThereIsOne() {
        var opinions = Opinions.none()
                .with(new Opinion(BEN, 2, "He is kind."), 1)
                .with(new Opinion(PARK, 1, "It is quiet."), 2)
                .with(new Opinion(BEN, -1, "He lied."), 3);

        assertThat(opinions.held()).extracting(it -> it.opinion().words()).containsExactly("It is quiet.", "He lied.");
        assertThat(opinions.held().getLast().tick()).isEqualTo(3);
    }

    @Test
    void theLeastLatelyTouchedGivesWay() {
        var opinions = Opinions.none();
        for (int i = 0; i < Opinions.MOST; i++) {
            opinions = opinions.with(new Opinion(new Subject.Good("good " + i), 1, "Fine."), i);
        }
        opinions = opinions.with(new Opinion(new Subject.Good("good 0"), -1, "Not any more."), 90);

        opinions = opinions.with(new Opinion(BEN, 1, "He is new here."), 91);

        assertThat(opinions.held()).hasSize(Opinions.MOST);
        assertThat(opinions.held())
                .extracting(it -> it.opinion().subject())
                .doesNotContain(new Subject.Good("good 1"))
                .contains(new Subject.Good("good 0"), BEN);
    }
}
