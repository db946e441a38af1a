package city.app.life;

import static org.assertj.core.api.Assertions.assertThat;

import city.world.ResidentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferentLivesTest {
    private static final LocalDateTime SECOND_MONDAY = LocalDateTime.of(2030, 4, 8, 0, 0);
    private static final Path TOLD = Path.of("target", "two-weeks.txt");

    @Test
    void twoResidentsDifferMoreThanOneResidentsTwoWeeks() throws IOException {
        var town = new Village("town");

        var first = Weeks.watch(town, SECOND_MONDAY);
        var second = Weeks.watch(town, SECOND_MONDAY.plusWeeks(1));

        var people = List.copyOf(first.keySet());
        double within = people.stream()
                .mapToInt(it -> Weeks.distance(first.get(it), second.get(it)))
                .average()
                .orElseThrow();
        double between = between(people, first, false);
        double colleagues = between(people, first, true);
        Files.createDirectories(TOLD.getParent());
        Files.writeString(
                TOLD,
                "hours of 168 that differ: within %.1f, between %.1f, without places %.1f%n%n%s"
                        .formatted(within, between, colleagues, tell(town, people, first)));
        assertThat(between).as("hours that differ between two residents").isGreaterThan(1.5 * within);
        assertThat(colleagues).as("the same, whatever the places are called").isGreaterThan(within * 0.8);
    }

    /// Each with the next ten, which is enough for a mean.
    ///
    /// @param doingOnly compare what they do and not where
    private static double between(List<ResidentId> people, Map<ResidentId, List<String>> weeks, boolean doingOnly) {
        long sum = 0;
        int pairs = 0;
        for (int i = 0; i < people.size(); i++) {
            for (int j = 1; j <= 10; j++) {
                var one = weeks.get(people.get(i));
                var other = weeks.get(people.get((i + j) % people.size()));
                sum += doingOnly ? Weeks.distance(doings(one), doings(other)) : Weeks.distance(one, other);
                pairs++;
            }
        }
        return (double) sum / pairs;
    }

    private static List<String> doings(List<String> week) {
        return week.stream().map(it -> it.substring(0, it.indexOf(" @ "))).toList();
    }

    private static String tell(Village town, List<ResidentId> people, Map<ResidentId, List<String>> weeks) {
        var one = people.get(0);
        var other = people.get(1);
        return Weeks.sideBySide(name(town, one), weeks.get(one), name(town, other), weeks.get(other));
    }

    private static String name(Village town, ResidentId resident) {
        return town.residents().stream()
                .filter(it -> it.id().equals(resident))
                .map(it -> it.persona().name())
                .findFirst()
                .orElseThrow();
    }
}
