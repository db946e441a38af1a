package city.agents.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Action;
import city.agents.AgentsEvent.MindAsked;
import city.agents.AgentsEvent.MindSettled;
import city.agents.Persona.Traits;
import city.agents.Thought.Answered;
import city.agents.spi.EarlierReplies;
import city.agents.spi.MindsSettings.Remember;
import city.world.ResidentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A fork, and what the residents said in its first city.
class EarlierRepliesTest {
    /// More than may think at once.
    private static final int RESIDENTS = 6;

    private static final Duration LOOK = Duration.ofMillis(10);
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
    void nobodyWaitsForWhoSaysSomethingElse() {
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

    /// Whoever comes first takes longest to look it up.
    private static void saidEarlier(ThinkingTown city, List<ResidentId> order, Predicate<ResidentId> saysItAgain) {
        city.earlier = new EarlierReplies() {
            @Override
            public Optional<EarlierReply> find(ResidentId resident, String observation) {
                rest(LOOK.multipliedBy(order.size() - order.indexOf(resident)));
                var reply = new EarlierReply(new Action.Rest(30), Answered.again("I am tired.", "rest"));
                return Optional.of(reply).filter(_ -> saysItAgain.test(resident));
            }

            @Override
            public List<ResidentId> order(long tick) {
                return order;
            }
        };
        city.startAgain();
        order.forEach(it -> city.think(it, 0));
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
