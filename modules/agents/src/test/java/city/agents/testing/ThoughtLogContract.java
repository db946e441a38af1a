package city.agents.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Occasion;
import city.agents.Thought;
import city.agents.Thought.Answered;
import city.agents.Thought.Asked;
import city.agents.Thought.Recalled;
import city.agents.Thought.Tier;
import city.agents.spi.ModelUsage;
import city.agents.spi.ThoughtLog;
import city.agents.spi.ThoughtLog.Position;
import city.agents.spi.ThoughtLog.Usage;
import city.memory.MemoryId;
import city.world.ResidentId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What every log of thoughts must do.
public abstract class ThoughtLogContract {
    private static final ResidentId ANN = new ResidentId(new UUID(1, 1));
    private static final ResidentId BOB = new ResidentId(new UUID(1, 2));
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

    /// One that is empty.
    protected abstract ThoughtLog log();

    @Test
    void whatIsKeptComesBackAsItWas() {
        var log = log();
        var thought = thought(ANN, 1, 10);

        log.append(List.of(thought));

        assertThat(log.of(ANN, Position.END, 10)).containsExactly(thought);
        assertThat(log.of(BOB, Position.END, 10)).isEmpty();
    }

    @Test
    void whatWasNeverAskedComesBackAsItWas() {
        var log = log();
        var declined = new Thought(
                ANN,
                1,
                10,
                Instant.parse("2030-01-01T08:00:00Z"),
                Occasion.MORNING,
                Tier.MODEL,
                Asked.NOTHING,
                Answered.NOTHING,
                Outcome.DECLINED,
                "no money left",
                0);

        log.append(List.of(declined));

        assertThat(log.of(ANN, Position.END, 10)).containsExactly(declined);
        assertThat(log.usedSince(LONG_AGO)).isEmpty();
    }

    @Test
    void pagesGoBackFromTheNewest() {
        var log = log();
        log.append(LongStream.rangeClosed(1, 5)
                .mapToObj(it -> thought(ANN, it, it))
                .toList());
        log.append(List.of(thought(BOB, 9, 9)));

        assertThat(log.of(ANN, Position.END, 2)).extracting(Thought::question).containsExactly(5L, 4L);
        assertThat(log.of(ANN, new Position(4, 4), 2))
                .extracting(Thought::question)
                .containsExactly(3L, 2L);
        assertThat(log.of(ANN, new Position(2, 2), 2))
                .extracting(Thought::question)
                .containsExactly(1L);
    }

    @Test
    void aNightStandsBesideTheQuestionsOfItsTick() {
        var log = log();
        log.append(List.of(thought(ANN, 0, 10), thought(ANN, 1, 10), thought(ANN, 0, 20)));

        assertThat(log.of(ANN, Position.END, 10))
                .containsExactly(thought(ANN, 0, 20), thought(ANN, 1, 10), thought(ANN, 0, 10));
        assertThat(log.of(ANN, new Position(10, 1), 10)).containsExactly(thought(ANN, 0, 10));
    }

    @Test
    void theSameQuestionAgainReplacesTheFirst() {
        var log = log();
        log.append(List.of(thought(ANN, 1, 10), thought(ANN, 2, 11)));

        log.append(List.of(thought(ANN, 1, 10)));

        assertThat(log.of(ANN, Position.END, 10)).containsExactly(thought(ANN, 2, 11), thought(ANN, 1, 10));
    }

    @Test
    void whatWasUsedIsSummedUpByResidentAndProvider() {
        var log = log();
        var elsewhere = failed(3, new Answered("cloud", "large", "", "", "", 1, 5, 6, 7, 0), Outcome.UNUSABLE);
        log.append(List.of(thought(ANN, 1, 10), thought(ANN, 2, 20), elsewhere, thought(BOB, 1, 10)));

        assertThat(log.usedSince(LONG_AGO))
                .containsExactlyInAnyOrder(
                        new Usage(ANN, "home", new ModelUsage(2, 200, 40, 154)),
                        new Usage(ANN, "cloud", new ModelUsage(1, 5, 6, 7)),
                        new Usage(BOB, "home", new ModelUsage(1, 100, 20, 77)));
        assertThat(log.usedSince(Instant.now().plusSeconds(60))).isEmpty();
    }

    @Test
    void whatFailedCountsAsItWasBooked() {
        var log = log();
        var late = failed(1, new Answered("home", "tiny", "", "", "", 3, 900, 600, 55, 0), Outcome.TIMED_OUT);
        var odd = failed(2, new Answered("home", "tiny", "<html>", "", "", 1, 50, 5, 11, 0), Outcome.UNUSABLE);
        var full = failed(3, new Answered("home", "tiny", "", "", "", 0, 0, 0, 0, 0), Outcome.DECLINED);

        log.append(List.of(late, odd, full));

        assertThat(log.of(ANN, Position.END, 10)).containsExactly(full, odd, late);
        assertThat(log.usedSince(LONG_AGO)).containsExactly(new Usage(ANN, "home", new ModelUsage(4, 950, 605, 66)));
    }

    @Test
    void oldOnesCanBeDropped() {
        var log = log();
        log.append(List.of(thought(ANN, 1, 10), thought(ANN, 2, 20)));

        assertThat(log.dropBefore(20, LONG_AGO)).isZero();
        assertThat(log.dropBefore(20, Instant.now().plusSeconds(60))).isEqualTo(1);

        assertThat(log.of(ANN, Position.END, 10)).containsExactly(thought(ANN, 2, 20));
    }

    @Test
    void aPageHasAnEnd() {
        var log = log();

        assertThatThrownBy(() -> log.of(ANN, Position.END, ThoughtLog.MAX_PAGE + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("limit");
        assertThatThrownBy(() -> log.of(ANN, Position.END, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Thought failed(long question, Answered answered, Outcome outcome) {
        return new Thought(
                ANN,
                question,
                10 * question,
                Instant.parse("2030-01-01T08:00:00Z"),
                Occasion.MORNING,
                Tier.MODEL,
                Asked.NOTHING,
                answered,
                outcome,
                "home: as the test wants it",
                500);
    }

    static Thought thought(ResidentId resident, long question, long tick) {
        var asked = new Asked(
                "It rains. \"Bob\" says: hé, 你好",
                "ab".repeat(32),
                "cd".repeat(32),
                List.of(
                        new Recalled(new MemoryId(new UUID(7, 1)), "I met Bob.", 0.5, 0.25, 1),
                        new Recalled(new MemoryId(new UUID(7, 2)), "It rained.", 0, 1, 0.125)));
        var answered = new Answered("home", "tiny", "{\"type\": \"rest\"}", "I am tired.", "rest", 1, 100, 20, 77, 210);
        return new Thought(
                resident,
                question,
                tick,
                Instant.parse("2030-01-01T08:00:00Z"),
                Occasion.SPOKEN_TO,
                question % 2 == 0 ? Tier.REMEMBERED : Tier.MODEL,
                asked,
                answered,
                Outcome.FOLLOWED,
                "",
                260);
    }
}
