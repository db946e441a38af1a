package city.social.application;

import static city.social.application.SmallCircle.ANN;
import static city.social.application.SmallCircle.BOB;
import static city.social.application.SmallCircle.CAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.social.Social;
import city.social.Social.Ending;
import city.social.Social.Outcome;
import city.social.Social.Refusal;
import city.social.Social.TalkResult;
import city.social.SocialEvent.Declined;
import city.social.SocialEvent.InteractionEnded;
import city.social.SocialEvent.InteractionStarted;
import city.social.SocialEvent.Left;
import city.social.SocialEvent.MessageSaid;
import city.social.Tone;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConversationTest {
    private final SmallCircle circle = new SmallCircle();

    @AfterEach
    void whatTheTablesSayFitsTogether() {
        assertThat(circle.breaches()).isEmpty();
    }

    @Test
    void aTalkBeginsWhenTheGuestAcceptsAndWithTheHostsWords() {
        circle.invite(ANN, BOB);
        assertThat(circle.told(InteractionStarted.class)).isEmpty();

        circle.accept(BOB);

        assertThat(circle.told(InteractionStarted.class)).hasSize(1);
        assertThat(circle.told(MessageSaid.class))
                .extracting(MessageSaid::words)
                .containsExactly("Good day.");
        assertThat(circle.social.talkOf(BOB).orElseThrow().isOnTurn(BOB)).isTrue();
    }

    @Test
    void whoIsTurnedDownLeavesTheOtherAloneForAnHour() {
        circle.invite(ANN, BOB);
        circle.decline(BOB);

        circle.pass(Social.COOL_DOWN_MINUTES);
        assertThat(circle.invite(ANN, BOB)).isEqualTo(new TalkResult.Refused(Refusal.TOO_SOON, BOB));
        assertThat(circle.invite(ANN, CAT)).isInstanceOf(TalkResult.Done.class);
        assertThat(circle.told(Declined.class)).hasSize(1);
    }

    @Test
    void nobodySpeaksOutOfTurn() {
        circle.invite(ANN, BOB);
        assertThat(circle.say(ANN, Tone.PLAIN)).isEqualTo(new TalkResult.Refused(Refusal.NOT_YOUR_TURN, ANN));

        circle.accept(BOB);

        assertThat(circle.say(ANN, Tone.PLAIN)).isEqualTo(new TalkResult.Refused(Refusal.NOT_YOUR_TURN, BOB));
        assertThat(circle.say(BOB, Tone.PLAIN)).isInstanceOf(TalkResult.Done.class);
        assertThat(circle.say(CAT, Tone.PLAIN)).isEqualTo(new TalkResult.Refused(Refusal.NOT_TALKING, CAT));
    }

    @Test
    void aTalkOfTwoEndsWithItsEighthMessage() {
        circle.chat(ANN, BOB, Tone.WARM);

        assertThat(circle.told(MessageSaid.class)).hasSize(8);
        assertThat(circle.told(MessageSaid.class).getLast().next()).isEmpty();
        assertThat(circle.told(InteractionEnded.class))
                .extracting(InteractionEnded::ending, InteractionEnded::outcome)
                .containsExactly(tuple(Ending.LIMIT, Outcome.PLEASANT));
        assertThat(circle.social.talkOf(ANN)).isEmpty();
    }

    @Test
    void afterATalkOneRestsAndMeetsTheSameOnlyAnHourLater() {
        circle.chat(ANN, BOB, Tone.PLAIN);

        assertThat(circle.invite(ANN, CAT)).isEqualTo(new TalkResult.Refused(Refusal.TOO_SOON, ANN));
        circle.pass(Social.COOL_DOWN_MINUTES);
        assertThat(circle.invite(ANN, BOB)).isEqualTo(new TalkResult.Refused(Refusal.TOO_SOON, BOB));
        circle.pass(Social.SAME_PARTNER_MINUTES - Social.COOL_DOWN_MINUTES);
        assertThat(circle.invite(ANN, BOB)).isInstanceOf(TalkResult.Done.class);
    }

    @Test
    void aTalkThatFallsSilentIsOver() {
        circle.invite(ANN, BOB);
        circle.accept(BOB);

        circle.pass(Social.TIME_OUT_MINUTES);

        assertThat(circle.told(InteractionEnded.class))
                .extracting(InteractionEnded::ending)
                .containsExactly(Ending.TIMED_OUT);
    }

    @Test
    void anInvitationThatNobodyAnswersLapses() {
        circle.invite(ANN, BOB, CAT);

        circle.pass(Social.TIME_OUT_MINUTES);

        assertThat(circle.told(Declined.class)).hasSize(2);
        assertThat(circle.social.talkOf(ANN)).isEmpty();
        assertThat(circle.social.talkOf(CAT)).isEmpty();
    }

    @Test
    void twoWhoAskEachOtherTalk() {
        circle.invite(ANN, BOB);
        circle.invite(BOB, ANN);

        assertThat(circle.told(InteractionStarted.class)).hasSize(1);
    }

    @Test
    void aThirdIsAskedInAndTheTalkGoesOnWhenOneLeaves() {
        circle.invite(ANN, BOB);
        circle.accept(BOB);
        circle.invite(ANN, CAT);
        circle.accept(CAT);
        circle.say(BOB, Tone.PLAIN);

        circle.leave(BOB);

        assertThat(circle.told(Left.class)).hasSize(1);
        assertThat(circle.told(InteractionEnded.class)).isEmpty();
        assertThat(circle.social.talkOf(ANN).orElseThrow().members()).containsExactly(ANN, CAT);
        circle.leave(CAT);
        assertThat(circle.told(InteractionEnded.class).getFirst().members()).hasSize(3);
    }

    @Test
    void noMoreThanSixSitTogether() {
        circle.invite(ANN, BOB);
        circle.accept(BOB);
        var four = IntStream.rangeClosed(10, 13).boxed().toArray(Integer[]::new);

        assertThat(circle.invite(ANN, four)).isInstanceOf(TalkResult.Done.class);
        assertThat(circle.invite(ANN, 14)).isEqualTo(new TalkResult.Refused(Refusal.FULL, ANN));
        assertThat(circle.social.talkOf(ANN).orElseThrow().limit()).isEqualTo(8);
        IntStream.rangeClosed(10, 13).forEach(circle::accept);
        assertThat(circle.social.talkOf(ANN).orElseThrow().limit()).isEqualTo(24);
    }

    @Test
    void nobodyIsAskedWhoIsElsewhereOrTalksAlready() {
        circle.world.send(BOB, FakeWorld.PARK);
        assertThat(circle.invite(ANN, BOB)).isEqualTo(new TalkResult.Refused(Refusal.NOT_HERE, BOB));
        assertThat(circle.invite(ANN, ANN)).isEqualTo(new TalkResult.Refused(Refusal.NOT_HERE, ANN));

        circle.world.send(BOB, FakeWorld.SQUARE);
        circle.invite(BOB, CAT);
        assertThat(circle.invite(ANN, BOB)).isEqualTo(new TalkResult.Refused(Refusal.BUSY, BOB));
        assertThat(circle.invite(BOB, ANN)).isEqualTo(new TalkResult.Refused(Refusal.ALREADY_TALKING, BOB));
    }

    @Test
    void aPartingWordNeedsNoTurnAndEndsATalkOfTwo() {
        circle.invite(ANN, BOB);
        circle.accept(BOB);

        circle.social.leave(ANN, Optional.of(SmallCircle.plain("I must run.")), Ending.LEFT, circle.turn);

        assertThat(circle.told(MessageSaid.class).getLast().words()).isEqualTo("I must run.");
        assertThat(circle.told(InteractionEnded.class)).hasSize(1);
    }

    @Test
    void whoLeavesTheCityLeavesItsTalkAndItsTies() {
        circle.chat(ANN, BOB, Tone.WARM);
        circle.pass(Social.SAME_PARTNER_MINUTES);
        circle.invite(ANN, BOB);
        circle.accept(BOB);

        circle.social.forget(ANN, circle.turn);

        assertThat(circle.social.talkOf(BOB)).isEmpty();
        assertThat(circle.tie(ANN, BOB).familiarity()).isZero();
        assertThat(circle.tie(BOB, ANN).familiarity()).isPositive();
    }
}
