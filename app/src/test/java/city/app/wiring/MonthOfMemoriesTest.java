package city.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.postgres.embedded.PostgresForTests;
import city.adapter.postgres.embedded.TestDatabase;
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

/// Thirty days of a village. Each day somebody is told one thing that matters and one that does not. All that matters
/// must still be there and come to mind by its words, and most of what does not must be gone.
@Tag("long")
class MonthOfMemoriesTest {
    private static final int DAYS = 30;
    private static final int DAY = 288;
    private static final int IMPORTANT = 900;
    private static final int TRIVIAL = 60;
    private static final String[] SYLLABLES = {"ba", "do", "fi", "gu", "ka", "le", "mo", "nu", "pi", "ra", "so", "ti"};

    private final Random chance = new Random(3);

    @Test
    void afterAMonthWhatMattersIsThereAndTriviaIsNot(@TempDir Path data) throws Exception {
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
            long recalled = recalled(database, city, resident, important);
            long atOnce = important.stream()
                    .filter(it -> comesToMind(city, resident, it))
                    .count();
            long triviaLeft = trivial.stream().filter(texts::contains).count();
            var counts = city.residents().stream()
                    .map(it -> city.memories().count(it.id()))
                    .sorted()
                    .toList();
            System.out.printf(
                    "of %d important %d kept, %d recalled, %d when asked for one after another; of as many trivial %d kept;"
                            + " memories a resident %d to %d, half %d; %d of %d are summaries%n",
                    DAYS,
                    kept,
                    recalled,
                    atOnce,
                    triviaLeft,
                    counts.getFirst(),
                    counts.getLast(),
                    counts.get(counts.size() / 2),
                    summaries(city),
                    counts.stream().mapToInt(it -> it).sum());

            assertThat(counts.getLast()).isLessThanOrEqualTo(Forgetting.CAP);
            assertThat(kept).isEqualTo(DAYS);
            assertThat(recalled).isGreaterThanOrEqualTo(DAYS - 1);
            assertThat(triviaLeft).isLessThanOrEqualTo(DAYS / 5);
            assertThat(city.audit()).isEmpty();
        }
    }

    /// Each is asked for as if nothing else had been: what is recalled becomes recent, and thirty questions in one tick
    /// would make three hundred memories so.
    private static long recalled(TestDatabase database, RememberedCity city, ResidentId resident, List<String> facts)
            throws Exception {
        long recalled = 0;
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE before AS SELECT id, accessed_tick, accesses FROM memory.memories");
            for (var fact : facts) {
                recalled += comesToMind(city, resident, fact) ? 1 : 0;
                city.rememberAnew(() -> statement.executeUpdate("""
                        UPDATE memory.memories now
                           SET accessed_tick = before.accessed_tick, accesses = before.accesses
                          FROM before
                         WHERE now.id = before.id AND now.accesses > before.accesses
                        """));
            }
        }
        return recalled;
    }

    private static boolean comesToMind(RememberedCity city, ResidentId resident, String words) {
        return city.recall(resident, words, 10).stream()
                .anyMatch(it -> it.memory().text().equals(words));
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
