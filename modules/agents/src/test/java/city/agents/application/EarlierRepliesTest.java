package city.agents.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Action;
import city.agents.AgentsCommand.MindReplied;
import city.agents.AgentsEvent.MindAsked;
import city.agents.AgentsEvent.MindSettled;
import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Occasion;
import city.agents.Persona.Traits;
import city.agents.Thought;
import city.agents.Thought.Answered;
import city.agents.Thought.Asked;
import city.agents.Thought.Tier;
import city.agents.spi.EarlierReplies;
import city.agents.spi.EarlierReplies.EarlierReply;
import city.agents.spi.MindsSettings.Remember;
import city.world.ResidentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A fork, and what the residents said in its first city.
class EarlierRepliesTest {
    /// More than may think at once.
    private static final int RESIDENTS = 6;

    private static final Duration SLOW = Duration.ofMillis(300);

    @Test
    void answersOfATickComeInTheOrderOfTheFirstCity() {
        try (var city = new ThinkingTown(new Remember(0, 1, 1))) {
            var order = residents(city).reversed();
            saidEarlier(city, order, _ -> true);

            city.runTo(0, 16, 0);

            assertThat(city.calls).isEmpty();
            var together = settledTogether(city);
            assertThat(together).anyMatch(it -> it.size() > 2);
            assertThat(together)
                    .allSatisfy(it -> assertThat(it).isSortedAccordingTo(Comparator.comparingInt(order::indexOf)));
        }
    }

    @Test
    void nobodyWaitsForWhoSeesSomethingElse() {
        try (var city = new ThinkingTown(new Remember(0, 1, 1))) {
            var order = residents(city);
            var other = order.getFirst();
            saidEarlier(city, order, it -> !it.equals(other));
            city.says = _ -> {
                rest(SLOW);
                return "rest";
            };

            city.runTo(0, 16, 0);

            assertThat(city.calls).isNotEmpty();
            var withOthers = settledTogether(city).stream()
                    .filter(it -> it.size() > 1 && it.contains(other))
                    .toList();
            assertThat(withOthers).isNotEmpty().allSatisfy(it -> assertThat(it).endsWith(other));
        }
    }

    private static List<ResidentId> residents(ThinkingTown city) {
        var residents = IntStream.range(0, RESIDENTS)
                .mapToObj(i -> city.town.spawn(
                        "Ann " + i, Traits.LIKE_MOST, TownPlan.HOME, Optional.of(TownPlan.CLERK), 50_000))
                .toList();
        city.runTo(0, 10, 0);
        return residents;
    }

    private static void saidEarlier(ThinkingTown city, List<ResidentId> order, Predicate<ResidentId> seesTheSame) {
        city.earlier = new EarlierReplies() {
            @Override
            public OptionalLong lastTick() {
                return OptionalLong.of(Long.MAX_VALUE);
            }

            @Override
            public List<EarlierReply> toQuestionsOf(long tick) {
                return IntStream.range(0, order.size())
                        .mapToObj(i -> reply(order.get(i), tick, tick * RESIDENTS + i, seesTheSame))
                        .toList();
            }

            @Override
            public List<EarlierReply> toOpenQuestions(long tick) {
                return List.of();
            }
        };
        city.startAgain();
        order.forEach(it -> city.think(it, 0));
    }

    private static EarlierReply reply(ResidentId resident, long tick, long ordinal, Predicate<ResidentId> seesTheSame) {
        var seen = new Asked("", "", seesTheSame.test(resident) ? "" : "something else", List.of());
        var thought = new Thought(
                resident,
                1,
                tick,
                Instant.EPOCH,
                Occasion.NEXT_STEP,
                Tier.MODEL,
                seen,
                Answered.again("I am tired.", "rest"),
                Outcome.FOLLOWED,
                "",
                1);
        return new EarlierReply(
                thought, Optional.of(new MindReplied(resident, 1, new Action.Rest(30))), tick, ordinal, false);
    }

    /// Who was settled between two ticks, by tick, in order.
    private static List<List<ResidentId>> settledTogether(ThinkingTown city) {
        var all = new ArrayList<List<ResidentId>>();
        boolean isAsked = false;
        for (var event : city.town.told) {
            switch (event) {
                case MindAsked _ -> isAsked = true;
                case MindSettled settled -> {
                    if (isAsked) {
                        all.add(new ArrayList<>());
                        isAsked = false;
                    }
                    all.getLast().add(settled.resident());
                }
                default -> {}
            }
        }
        return all;
    }

    private static void rest(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
