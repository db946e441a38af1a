package city.social.application;

import static city.social.application.SmallCircle.ANN;
import static city.social.application.SmallCircle.BOB;
import static city.social.application.SmallCircle.CAT;
import static org.assertj.core.api.Assertions.assertThat;

import city.social.News;
import city.social.Social;
import city.social.Social.Deal;
import city.social.SocialEvent.RelationshipChanged;
import city.social.Tie;
import city.social.Tie.Bond;
import city.social.Tie.Type;
import city.social.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TiesTest {
    private static final int DAY = 24 * 60;

    /// One thing that two residents do, as three small numbers.
    record Deed(int one, int other, int what) {}

    @Test
    void strangersWhoTalkKindlyBecomeFriendsAndThenCloseFriends() {
        var circle = new SmallCircle();
        var types = new ArrayList<Type>();

        for (int day = 0; day < 20; day++) {
            circle.chat(ANN, BOB, Tone.WARM);
            types.add(circle.tie(ANN, BOB).type());
            circle.pass(DAY);
        }

        assertThat(types).startsWith(Type.ACQUAINTANCE).contains(Type.FRIEND).endsWith(Type.CLOSE_FRIEND);
    }

    @Test
    void crossWordsMakeRivals() {
        var circle = new SmallCircle();

        for (int day = 0; day < 4; day++) {
            circle.chat(ANN, BOB, Tone.CROSS);
            circle.pass(DAY);
        }

        assertThat(circle.tie(BOB, ANN).type()).isEqualTo(Type.RIVAL);
        assertThat(circle.tie(BOB, ANN).credibility()).isLessThan(500);
    }

    @Test
    void eachHoldsOfTheOtherWhatTheOtherSaid() {
        var circle = new SmallCircle();
        circle.invite(ANN, BOB);
        circle.accept(BOB);

        circle.say(BOB, Tone.CROSS);
        circle.say(ANN, Tone.WARM);
        circle.leave(BOB);

        assertThat(circle.tie(ANN, BOB).affinity()).isNegative();
        assertThat(circle.tie(BOB, ANN).affinity()).isPositive();
    }

    @Test
    void familyIsFamilyWhateverTheyFeel() {
        var circle = new SmallCircle();

        circle.social.relate(ANN, BOB, Bond.PARENT, Bond.CHILD, 700, circle.turn);

        assertThat(circle.tie(ANN, BOB).bond()).isEqualTo(Bond.PARENT);
        assertThat(circle.tie(BOB, ANN).bond()).isEqualTo(Bond.CHILD);
        assertThat(circle.tie(BOB, ANN).type()).isEqualTo(Type.FAMILY);
        assertThat(circle.told(RelationshipChanged.class)).hasSize(2);
    }

    @Test
    void onlyNoticeableChangesAreTold() {
        var circle = new SmallCircle();
        circle.social.relate(ANN, BOB, Bond.NONE, Bond.NONE, 500, circle.turn);
        int before = circle.told(RelationshipChanged.class).size();

        circle.social.dealt(ANN, BOB, Deal.TRADE, circle.turn);

        assertThat(circle.told(RelationshipChanged.class)).hasSize(before);
    }

    @Test
    void whoKnowsTooManyForgetsTheWeakestButNotItsKin() {
        var circle = new SmallCircle();
        circle.social.relate(ANN, BOB, Bond.SIBLING, Bond.SIBLING, 10, circle.turn);
        circle.social.relate(ANN, CAT, Bond.NONE, Bond.NONE, 20, circle.turn);

        for (int other = 10; other < 10 + 149; other++) {
            circle.social.relate(ANN, other, Bond.NONE, Bond.NONE, 100 + other, circle.turn);
        }

        assertThat(circle.tie(ANN, CAT)).isEqualTo(Tie.STRANGERS);
        assertThat(circle.tie(ANN, BOB).bond()).isEqualTo(Bond.SIBLING);
        assertThat(circle.breaches()).isEmpty();
    }

    @Test
    void aTieFadesByAHundredthADayHoweverOftenItIsRead() {
        var read = new SmallCircle();
        var unread = new SmallCircle();
        read.social.relate(ANN, BOB, Bond.NONE, Bond.NONE, 1000, read.turn);
        unread.social.relate(ANN, BOB, Bond.NONE, Bond.NONE, 1000, unread.turn);

        for (int day = 0; day < 69; day++) {
            read.pass(DAY);
            read.tie(ANN, BOB);
            unread.pass(DAY);
        }

        assertThat(read.tie(ANN, BOB)).isEqualTo(unread.tie(ANN, BOB));
        assertThat(read.tie(ANN, BOB).familiarity()).isEqualTo(500);
    }

    @Test
    void whatOneHeardIsBoundedAndKnownOnce() {
        var circle = new SmallCircle();
        IntStream.range(0, 20).forEach(i -> circle.social.learn(ANN, new News(1, i, 5, BOB, 500, 1)));
        circle.social.learn(ANN, new News(1, 19, 5, CAT, 900, 0));

        assertThat(circle.social.newsOf(ANN)).hasSize(News.MOST_KEPT);
        assertThat(circle.social.newsOf(ANN).getFirst()).isEqualTo(new News(1, 19, 5, BOB, 500, 1));
    }

    /// Whatever a few residents do to each other, in whatever order.
    @Property(tries = 200)
    void valuesStayInTheirRangesAndTablesFitTogether(
            @ForAll @Size(max = 60) List<@IntRange(max = 6 * 6 * 9 - 1) Integer> deeds) {
        var circle = new SmallCircle();

        for (int code : deeds) {
            act(circle, new Deed(code % 6, code / 6 % 6, code / 36));
            assertThat(circle.breaches()).isEmpty();
        }

        for (int one = 0; one < 6; one++) {
            for (int other = 0; other < 6; other++) {
                assertThat(circle.tie(one, other).strength()).isBetween(0, Tie.FULL);
            }
        }
    }

    /// What two hold of each other does not depend on what others did meanwhile.
    @Property(tries = 100)
    void talksOfOthersChangeNothingBetweenTwo(@ForAll @IntRange(max = 5) int before, @ForAll Tone tone) {
        var busy = new SmallCircle();
        var quiet = new SmallCircle();

        for (int i = 0; i < before; i++) {
            busy.chat(10 + 2 * i, 11 + 2 * i, tone);
        }
        busy.chat(ANN, BOB, tone);
        quiet.chat(ANN, BOB, tone);

        assertThat(busy.tie(ANN, BOB)).isEqualTo(quiet.tie(ANN, BOB));
    }

    private static void act(SmallCircle circle, Deed deed) {
        switch (deed.what()) {
            case 0, 1 -> circle.invite(deed.one(), deed.other());
            case 2 -> circle.accept(deed.one());
            case 3 -> circle.say(deed.one(), Tone.values()[deed.other() % 3]);
            case 4 -> circle.leave(deed.one());
            case 5 -> circle.pass(5 * deed.other());
            case 6 -> circle.pass(Social.SAME_PARTNER_MINUTES);
            case 7 -> circle.social.dealt(deed.one(), deed.other() + 6, Deal.values()[deed.other() % 3], circle.turn);
            default -> circle.social.forget(deed.one(), circle.turn);
        }
    }
}
