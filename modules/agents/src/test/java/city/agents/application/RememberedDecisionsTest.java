package city.agents.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Action;
import city.agents.AgentsCommand.MindReplied;
import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Occasion;
import city.agents.Persona.Traits;
import city.agents.Thought;
import city.agents.Thought.Tier;
import city.agents.spi.MindsSettings.Remember;
import city.world.ResidentId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RememberedDecisionsTest {
    @Test
    void inTheSameCircumstancesNobodyIsAskedAgain() {
        try (var city = new ThinkingTown(new Remember(30, 10, 100))) {
            var ann = thinksInTheMorning(city);

            city.runTo(8, 12, 0);

            var thoughts = city.thoughtsOf(ann, 8);
            assertThat(thoughts).extracting(Thought::outcome).containsOnly(Outcome.FOLLOWED);
            var again =
                    thoughts.stream().filter(it -> it.tier() == Tier.REMEMBERED).toList();
            assertThat(again).isNotEmpty().allSatisfy(it -> {
                assertThat(it.detail()).startsWith("as for question ");
                assertThat(it.answered().reason()).isEqualTo("I am tired.");
                assertThat(it.answered().costMicros()).isZero();
                assertThat(it.asked().input()).contains("WHY YOU ARE ASKED", "HERE AND NOW");
                assertThat(it.asked().promptHash()).hasSize(64);
            });
            assertThat(city.calls).hasSize(thoughts.size() - again.size());
            assertThat(city.report().precedents()).isEqualTo(city.calls.size());
            assertThat(city.town.deedsOf(ann)).contains("rest 30 minutes (thought)", "rest 30 minutes (remembered)");
        }
    }

    @Test
    void whatTheRulesRefuseIsDroppedAndLeftToTheRoutine() {
        try (var city = new ThinkingTown(new Remember(30, 10, 100))) {
            var ann = thinksInTheMorning(city);
            city.kernel.onTheWay = command ->
                    command instanceof MindReplied reply && reply.precedent().isPresent()
                            ? new MindReplied(reply.resident(), reply.question(), new Action.Work(), reply.precedent())
                            : command;

            city.runTo(8, 12, 0);

            var thoughts = city.thoughtsOf(ann, 8);
            var again =
                    thoughts.stream().filter(it -> it.tier() == Tier.REMEMBERED).toList();
            assertThat(again).isNotEmpty().extracting(Thought::outcome).containsOnly(Outcome.REFUSED);
            assertThat(again.getFirst().detail()).startsWith("not at work");
            assertThat(city.report().precedents()).isEqualTo(city.calls.size() - again.size());
            assertThat(city.town.deedsOf(ann)).noneMatch(it -> it.endsWith("(remembered)"));
        }
    }

    @Test
    void whoRemembersForNoDaysIsAskedEachTime() {
        try (var city = new ThinkingTown(new Remember(0, 10, 100))) {
            var ann = thinksInTheMorning(city);

            city.runTo(3, 12, 0);

            assertThat(city.thoughtsOf(ann, 3)).extracting(Thought::tier).containsOnly(Tier.MODEL);
            assertThat(city.calls).hasSize(3);
        }
    }

    private static ResidentId thinksInTheMorning(ThinkingTown city) {
        var ann = city.town.spawn("Ann", Traits.LIKE_MOST, TownPlan.HOME, Optional.of(TownPlan.CLERK), 50_000);
        city.runTo(0, 10, 0);
        city.think(ann, Occasion.MORNING.salience());
        return ann;
    }
}
