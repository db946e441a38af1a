package city.app.life;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.AgentsEvent.Acted;
import city.social.SocialEvent.InteractionEnded;
import city.social.SocialEvent.InteractionStarted;
import city.social.SocialEvent.MessageSaid;
import city.social.Tie;
import city.world.kernel.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Ten days of the default city, of two hundred: what is said, when, and what it makes of people.
class TalkOfTheTownTest {
    private static final int RESIDENTS = 200;
    private static final int DAYS = 10;

    private static Village town;

    @BeforeAll
    static void tenDaysPass() {
        town = new Village("default");
        town.runTo(town.founded().plusDays(DAYS));
    }

    @Test
    void theTownDoesNotRepeatItself() {
        var words = all(MessageSaid.class).stream()
                .map(MessageSaid::words)
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(words, new Random(1));
        var distinct = new HashSet<>(words.subList(0, 1_000));
        System.out.printf("%,d messages, %d of 1,000 distinct%n", words.size(), distinct.size());

        assertThat(distinct).hasSizeGreaterThanOrEqualTo(950);
    }

    /// For people to look at: a few conversations as they were held. What a machine can tell is that none has a hole.
    @Test
    void whatIsSaidHasNoHoles() {
        var said = all(MessageSaid.class);

        printSome(said);

        assertThat(said)
                .allSatisfy(it -> assertThat(it.words())
                        .matches("\\p{Lu}.*|\\d.*|\".*")
                        .matches(".*[.!?:…\"]")
                        .doesNotContain("{", "}", "<", ">", "[", "]", "|", "  ", " .", " ,", ".."));
    }

    @Test
    void someKnowFewAndSomeKnowMany() {
        var degrees = new ArrayList<Integer>();
        var types = new TreeMap<Tie.Type, Integer>();
        for (var resident : town.residents()) {
            var ties = town.parts.social().relationships(town.snapshot(), resident.id());
            degrees.add(ties.size());
            ties.forEach(it -> types.merge(it.tie().type(), 1, Integer::sum));
        }
        Collections.sort(degrees);
        int median = degrees.get(RESIDENTS / 2);
        int p95 = degrees.get(RESIDENTS * 95 / 100);
        System.out.printf(
                "ties: mean %.1f, median %d, p95 %d, max %d; %s%n",
                degrees.stream().mapToInt(it -> it).average().orElseThrow(), median, p95, degrees.getLast(), types);

        assertThat(median).isBetween(4, 40);
        assertThat(p95).isGreaterThan(median * 3 / 2);
        assertThat(types.keySet()).contains(Tie.Type.FRIEND, Tie.Type.ACQUAINTANCE);
    }

    @Test
    void talkKeepsTheHoursOfPeople() {
        var hours = new int[24];
        town.told(InteractionStarted.class).forEach(it -> hours[it.at().getHour()]++);
        System.out.println(
                "conversations by hour: " + IntStream.of(hours).boxed().toList());

        assertThat(IntStream.range(1, 5).map(it -> hours[it]).sum())
                .isLessThan(IntStream.range(18, 22).map(it -> hours[it]).sum() / 10);
    }

    @Test
    void mostTalksEndWellAndByThemselves() {
        var endings = new TreeMap<String, Integer>();
        var lengths = new TreeMap<Integer, Integer>();
        var sizes = new TreeMap<Integer, Integer>();
        all(InteractionEnded.class).forEach(it -> {
            endings.merge(it.ending().name(), 1, Integer::sum);
            endings.merge(it.outcome().name(), 1, Integer::sum);
            lengths.merge(it.messages(), 1, Integer::sum);
            sizes.merge(it.members().size(), 1, Integer::sum);
        });
        System.out.printf("%s; messages %s; members %s%n", endings, lengths, sizes);

        int all = all(InteractionEnded.class).size();
        assertThat(endings.get("LEFT")).isGreaterThan(all * 9 / 10);
        assertThat(endings.get("PLEASANT")).isGreaterThan(all / 3);
        assertThat(endings.get("CROSS")).isPositive().isLessThan(all / 5);
    }

    /// Whether shifts are worked and paid is in {@link TenDaysTest}.
    @Test
    void talkLeavesTimeToEat() {
        var deeds = new TreeMap<String, Integer>();
        all(Acted.class).forEach(it -> deeds.merge(it.because(), 1, Integer::sum));
        int sum = deeds.values().stream().mapToInt(it -> it).sum();
        System.out.printf("%,d deeds by reason: %s%n", sum, deeds);

        assertThat(deeds.get("starving")).as("of %d deeds", sum).isLessThan(sum / 50);
        assertThat(deeds.get("talk")).isGreaterThan(sum / 10);
        assertThat(town.audit()).isEmpty();
    }

    private static void printSome(List<MessageSaid> said) {
        var names = town.residents().stream()
                .collect(Collectors.toMap(it -> it.id(), it -> it.persona().name()));
        var talks = said.stream().collect(Collectors.groupingBy(MessageSaid::interaction));
        var begun = all(InteractionStarted.class);
        var random = new Random(2);
        for (int i = 0; i < 20; i++) {
            var one = begun.get(random.nextInt(begun.size()));
            System.out.println("--");
            talks.getOrDefault(one.interaction(), List.of())
                    .forEach(it -> System.out.printf("%s: %s%n", names.get(it.speaker()), it.words()));
        }
    }

    private static <E extends Event> List<E> all(Class<E> type) {
        return town.facts(type, town.founded()).toList();
    }
}
