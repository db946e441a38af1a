package city.agents.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.AgentsEvent.MindSettled;
import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Occasion;
import city.agents.Persona.Traits;
import city.agents.Thought;
import city.agents.spi.MindsSettings.Remember;
import city.agents.spi.ModelReply;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LateThinkingTest {
    private static final Duration A_FIFTH = ThinkingTown.DEADLINE.dividedBy(5);

    @Test
    void whoWaitsForAProcessorForLessThanAFifthOfTheDeadlineIsAsked() {
        try (var city = new ThinkingTown(new Remember(0, 10, 100))) {
            var thought = firstThought(city, A_FIFTH.minusSeconds(1));

            assertThat(thought.outcome()).isEqualTo(Outcome.FOLLOWED);
            assertThat(city.calls).hasSize(1);
        }
    }

    @Test
    void whoWaitsLongerLeavesItToThoseWhoWereBefore() {
        try (var city = new ThinkingTown(new Remember(0, 10, 100))) {
            var thought = firstThought(city, A_FIFTH.plusMillis(1));

            assertThat(thought.outcome()).isEqualTo(Outcome.TIMED_OUT);
            assertThat(thought.detail()).contains("too busy");
            assertThat(city.calls).isEmpty();
        }
    }

    @Test
    void aReplyThatComesWhenNobodyWaitsIsKeptAndChangesNothing() {
        try (var city = new ThinkingTown(new Remember(0, 10, 100))) {
            city.replies = _ -> {
                for (int i = 0; i <= ThinkingTown.PATIENCE; i++) {
                    city.kernel.runTick();
                }
                return new ModelReply.Answer("rest", "stub", "tiny", ThinkingTown.PRICE, Duration.ofMillis(1));
            };

            var thought = firstThought(city, Duration.ZERO);

            assertThat(thought.outcome()).isEqualTo(Outcome.RAN_OUT);
            assertThat(thought.detail()).isEqualTo("it came when nobody waited any more");
            assertThat(thought.answered().reply()).isEqualTo("rest");
            assertThat(thought.answered().calls()).isEqualTo(1);
            assertThat(city.town.facts(MindSettled.class))
                    .extracting(MindSettled::outcome)
                    .containsExactly(Outcome.RAN_OUT);
        }
    }

    private static Thought firstThought(ThinkingTown city, Duration waiting) {
        var ann = city.town.spawn("Ann", Traits.LIKE_MOST, TownPlan.HOME, Optional.of(TownPlan.CLERK), 50_000);
        city.runTo(0, 10, 0);
        city.think(ann, Occasion.MORNING.salience());
        city.waiting = waiting;
        city.runTo(1, 12, 0);
        return city.thoughtsOf(ann, 1).getFirst();
    }
}
