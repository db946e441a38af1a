package city.agents.application.minds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Occasion;
import city.agents.Thought;
import city.agents.Thought.Answered;
import city.agents.Thought.Asked;
import city.agents.Thought.Tier;
import city.agents.spi.EarlierReplies.EarlierReply;
import city.world.ResidentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimetableTest {
    private static final ResidentId ANN = new ResidentId(new UUID(0x8000, 1));
    private static final ResidentId BEN = new ResidentId(new UUID(0x8000, 2));
    private static final Duration A_LITTLE = Duration.ofMillis(20);

    private final AtomicLong now = new AtomicLong();
    private final Timetable timetable = new Timetable(9, now::get);

    @Test
    void whoSpokeFirstSpeaksFirst() throws InterruptedException {
        timetable.add(List.of(reply(ANN, 5, 5, 31), reply(BEN, 5, 5, 30)));
        var ann = timetable.claim(ANN, 5);
        var ben = timetable.claim(BEN, 5);

        timetable.hear(5);

        assertThat(isDue(ann)).isFalse();
        assertThat(isDue(ben)).isTrue();
        ben.handIn();
        assertThat(isDue(ann)).isTrue();
    }

    @Test
    void theClockWaitsUntilWhatIsKnownIsSaidAndHeard() {
        timetable.add(List.of(reply(ANN, 5, 5, 30)));
        assertThat(timetable.holds(5)).as("nothing was heard").isTrue();
        var ann = timetable.claim(ANN, 5);
        timetable.hear(5);
        assertThat(timetable.holds(5)).as("she has to speak").isTrue();

        ann.handIn();
        assertThat(timetable.holds(5)).as("the city has to take it").isTrue();
        ann.settle();

        assertThat(timetable.holds(5)).isFalse();
    }

    @Test
    void anAnswerComesInTheTickInWhichItCame() throws InterruptedException {
        timetable.add(List.of(reply(ANN, 5, 7, 30)));
        var ann = timetable.claim(ANN, 5);

        timetable.hear(5);
        assertThat(timetable.holds(5)).isFalse();
        timetable.hear(6);
        assertThat(isDue(ann)).isFalse();
        timetable.hear(7);

        assertThat(isDue(ann)).isTrue();
        assertThat(timetable.holds(7)).isTrue();
    }

    @Test
    void whoWasNotAskedIsNotWaitedFor() throws InterruptedException {
        timetable.add(List.of(reply(ANN, 5, 5, 30), reply(BEN, 5, 5, 31)));
        var ben = timetable.claim(BEN, 5);
        assertThat(isDue(ben)).as("Ann may yet be asked").isFalse();

        timetable.hear(5);

        assertThat(isDue(ben)).isTrue();
        assertThat(timetable.claim(ANN, 5)).isSameAs(Appointment.NONE);
    }

    @Test
    void afterAStopNobodySpeaksNorWaitsForEver() {
        timetable.add(List.of(reply(ANN, 5, 7, 30)));
        var ann = timetable.claim(ANN, 5);

        timetable.stop();
        timetable.add(List.of(reply(BEN, 6, 7, 31)));

        assertThatThrownBy(ann::await).isInstanceOf(CancellationException.class);
        assertThat(timetable.claim(BEN, 6)).isSameAs(Appointment.NONE);
        assertThat(timetable.holds(7)).isFalse();
    }

    @Test
    void whoWillNotSayItIsNotWaitedFor() throws InterruptedException {
        timetable.add(List.of(reply(ANN, 5, 5, 30), reply(BEN, 5, 5, 31)));
        var ann = timetable.claim(ANN, 5);
        var ben = timetable.claim(BEN, 5);
        timetable.hear(5);

        ann.cancel();

        assertThat(isDue(ben)).isTrue();
        assertThat(timetable.claim(ANN, 6)).isSameAs(Appointment.NONE);
    }

    @Test
    void aMachineThatStandsStillIsNotWaitedForForEver() throws InterruptedException {
        timetable.add(List.of(reply(ANN, 5, 8, 30)));
        var ann = timetable.claim(ANN, 5);
        now.addAndGet(Timetable.PATIENCE.multipliedBy(2).toNanos());
        assertThat(timetable.holds(5)).as("the clock stood").isTrue();

        lookFor(Timetable.PATIENCE);
        assertThat(timetable.holds(5)).isTrue();
        lookFor(A_LITTLE);

        assertThat(timetable.holds(5)).isFalse();
        assertThat(isDue(ann)).isTrue();
    }

    @Test
    void afterTheLastTickNothingIsWaitedFor() {
        assertThat(timetable.holds(9)).isTrue();
        assertThat(timetable.holds(10)).isFalse();
        assertThat(new Timetable(-1, now::get).holds(0)).isFalse();
    }

    private void lookFor(Duration time) {
        for (long passed = 0; passed < time.toNanos(); passed += A_LITTLE.toNanos()) {
            timetable.holds(5);
            now.addAndGet(A_LITTLE.toNanos());
        }
    }

    private static boolean isDue(Appointment appointment) throws InterruptedException {
        var waiting = Thread.startVirtualThread(() -> {
            try {
                appointment.await();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });
        boolean due = waiting.join(A_LITTLE);
        waiting.interrupt();
        return due;
    }

    private static EarlierReply reply(ResidentId resident, long askedAt, long givenAt, long ordinal) {
        var thought = new Thought(
                resident,
                1,
                askedAt,
                Instant.EPOCH,
                Occasion.NEXT_STEP,
                Tier.MODEL,
                Asked.NOTHING,
                Answered.NOTHING,
                Outcome.DECLINED,
                "",
                1);
        return new EarlierReply(thought, Optional.empty(), givenAt, ordinal, false);
    }
}
