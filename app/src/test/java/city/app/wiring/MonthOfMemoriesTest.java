package city.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.postgres.embedded.PostgresForTests;
import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.MemoryCommand.Remember;
import city.memory.domain.Forgetting;
import city.world.ResidentId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Thirty days of a village. Each day somebody is told one thing that matters and one that does not. All that matters
/// must still be there; by its words, with thirty of equal weight, half of it comes among the first ten, because what
/// is recent weighs as much as what is relevant.
@Tag("long")
class MonthOfMemoriesTest {
    private static final Logger LOG = LoggerFactory.getLogger(MonthOfMemoriesTest.class);
    private static final int DAYS = 30;
    private static final int DAY = 288;
    private static final int IMPORTANT = 900;
    private static final int TRIVIAL = 60;
    private static final String[] SYLLABLES = {"ba", "do", "fi", "gu", "ka", "le", "mo", "nu", "pi", "ra", "so", "ti"};

    private final Random chance = new Random(3);

    @Test
    void afterAMonthWhatMattersIsThereAndTriviaIsNot(@TempDir Path data) throws InterruptedException {
        var important = new ArrayList<String>();
        var trivial = new ArrayList<String>();
        try (var database = PostgresForTests.freshDatabase();
                var city = RememberedCity.open(data, database)) {
            var resident = city.residents().getFirst().id();
            for (int day = 0; day < DAYS; day++) {
                city.live(DAY);
                important.add(plant(city, resident, IMPORTANT));
                trivial.add(plant(city, resident, TRIVIAL));
            }
            city.live(2 * DAY);

            var texts = city.of(resident).stream().map(Memory::text).toList();
            long kept = important.stream().filter(texts::contains).count();
            long recalled = important.stream()
                    .filter(words -> city.recall(resident, words, 10).stream()
                            .anyMatch(it -> it.memory().text().equals(words)))
                    .count();
            long triviaLeft = trivial.stream().filter(texts::contains).count();
            var counts = city.residents().stream()
                    .map(it -> city.memories().count(it.id()))
                    .sorted()
                    .toList();
            LOG.info(
                    "of {} important {} kept, {} recalled; of as many trivial {} kept; memories a resident {} to {}, half {}; {} of {} are summaries",
                    DAYS,
                    kept,
                    recalled,
                    triviaLeft,
                    counts.getFirst(),
                    counts.getLast(),
                    counts.get(counts.size() / 2),
                    summaries(city),
                    counts.stream().mapToInt(it -> it).sum());

            assertThat(counts.getLast()).isLessThanOrEqualTo(Forgetting.CAP);
            assertThat(kept).isEqualTo(DAYS);
            assertThat(recalled).isGreaterThanOrEqualTo(DAYS / 2);
            assertThat(triviaLeft).isLessThanOrEqualTo(DAYS / 5);
            assertThat(city.audit()).isEmpty();
        }
    }

    private String plant(RememberedCity city, ResidentId resident, int importance) throws InterruptedException {
        var text = "%s %s %s %s.".formatted(word(), word(), word(), word());
        city.order(new Remember(resident, Kind.OBSERVATION, text, Optional.of(importance), false));
        return text;
    }

    private String word() {
        var word = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            word.append(SYLLABLES[chance.nextInt(SYLLABLES.length)]);
        }
        return word.toString();
    }

    private static long summaries(RememberedCity city) {
        List<ResidentId> residents =
                city.residents().stream().map(it -> it.id()).toList();
        return residents.stream()
                .flatMap(it -> city.of(it).stream())
                .filter(it -> it.kind() == Kind.SUMMARY)
                .count();
    }
}
