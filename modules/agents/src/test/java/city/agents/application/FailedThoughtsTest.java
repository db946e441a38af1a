package city.agents.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Occasion;
import city.agents.Persona.Traits;
import city.agents.spi.MindsSettings.Remember;
import city.agents.spi.ModelReply;
import city.agents.spi.ThoughtLog.Usage;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is kept of questions that came to nothing, from which budgets are counted after a restart.
class FailedThoughtsTest {
    @Test
    void whatNobodyAnsweredIsKeptWithWhatWasBookedForIt() {
        try (var city = new ThinkingTown(new Remember(0, 1, 1))) {
            var ann = city.town.spawn("Ann", Traits.LIKE_MOST, TownPlan.HOME, Optional.of(TownPlan.CLERK), 50_000);
            city.runTo(0, 10, 0);
            city.think(ann, Occasion.MORNING.salience());
            city.replies = _ -> new ModelReply.TimedOut("stub", "tiny", "stub: no reply in time", ThinkingTown.PRICE);

            city.runTo(1, 12, 0);

            var thought = city.thoughtsOf(ann, 1).getFirst();
            assertThat(thought.outcome()).isEqualTo(Outcome.TIMED_OUT);
            assertThat(thought.answered().provider()).isEqualTo("stub");
            assertThat(thought.answered().model()).isEqualTo("tiny");
            assertThat(city.thoughts.usedSince(Instant.EPOCH))
                    .containsExactly(new Usage(ann, "stub", ThinkingTown.PRICE));
        }
    }

    @Test
    void aReplyThatIsOfNoUseIsKeptAsItCame() {
        try (var city = new ThinkingTown(new Remember(0, 1, 1))) {
            var ann = city.town.spawn("Ann", Traits.LIKE_MOST, TownPlan.HOME, Optional.of(TownPlan.CLERK), 50_000);
            city.runTo(0, 10, 0);
            city.think(ann, Occasion.MORNING.salience());
            city.replies = _ -> new ModelReply.Malformed("stub", "tiny", "Sure!", "stub: no JSON", ThinkingTown.PRICE);

            city.runTo(1, 12, 0);

            var thought = city.thoughtsOf(ann, 1).getFirst();
            assertThat(thought.outcome()).isEqualTo(Outcome.UNUSABLE);
            assertThat(thought.answered().reply()).isEqualTo("Sure!");
        }
    }
}
