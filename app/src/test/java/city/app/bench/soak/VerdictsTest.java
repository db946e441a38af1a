package city.app.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictsTest {
    @Test
    void aCityThatStaysAsItIsHolds() {
        assertThat(verdicts(days(100, 100, 100, 100), 864, 0)).allMatch(it -> it.startsWith("holds"));
    }

    @Test
    void whatGrowsFallsShortAndSaysByHowMuch() {
        var said = verdicts(days(100, 100, 105, 112), 864, 0);

        assertThat(said.getFirst()).startsWith("FALLS SHORT").contains("1.120 times");
    }

    @Test
    void theFirstDayIsNotJudged() {
        assertThat(verdicts(days(900, 100, 100, 100), 864, 0)).allMatch(it -> it.startsWith("holds"));
        assertThat(verdicts(days(900, 100), 864, 0).getFirst()).startsWith("not judged");
        assertThat(Verdicts.judged(days(900))).isEmpty();
    }

    @Test
    void aGapAndALatePaceAreSaid() {
        assertThat(verdicts(days(100, 100, 100, 100), 800, 2))
                .filteredOn(it -> it.startsWith("FALLS SHORT"))
                .hasSize(2);
    }

    @Test
    void aSlowerMachineIsNotASlowerCity() {
        var slower = List.of(day(1, 100, 5), day(2, 100, 5), day(3, 150, 7.5));

        assertThat(verdicts(slower, 864, 0)).allMatch(it -> it.startsWith("holds"));
        assertThat(verdicts(slower, 864, 0).getFirst()).contains("by the clock 1.500", "1.500 times as slow");
    }

    @Test
    void moreDeadRowsAndALateVacuumFallShortEach() {
        assertThat(verdicts(List.of(vacuumed(1, 0, 0), vacuumed(2, 20_000, 2), vacuumed(3, 29_000, 2.1))))
                .allMatch(it -> it.startsWith("holds"));
        assertThat(verdicts(List.of(vacuumed(1, 0, 0), vacuumed(2, 20_000, 2), vacuumed(3, 45_000, 2.1))))
                .filteredOn(it -> it.startsWith("FALLS SHORT"))
                .singleElement()
                .asString()
                .startsWith("FALLS SHORT dead rows: the last whole day 2.250 times the first");
        assertThat(verdicts(List.of(vacuumed(1, 0, 0), vacuumed(2, 20_000, 5.5), vacuumed(3, 20_000, 2))))
                .filteredOn(it -> it.startsWith("FALLS SHORT"))
                .singleElement()
                .asString()
                .startsWith("FALLS SHORT dead rows of a table: at most 5.5 times what begins its vacuum");
    }

    private static List<String> verdicts(List<Day> days) {
        return verdicts(days, 864, 0);
    }

    private static List<String> verdicts(List<Day> days, double ticks, long gaps) {
        return new Verdicts(Verdicts.judged(days)).lines(ticks, 864, 20, gaps, List.of());
    }

    private static List<Day> days(double... milliseconds) {
        return IntStream.range(0, milliseconds.length)
                .mapToObj(it -> day(it + 1, milliseconds[it], 5))
                .toList();
    }

    private static Day vacuumed(int number, long dead, double overdue) {
        return day(number, 100, 5, new Stores.Dead(dead, overdue, "memories"));
    }

    private static Day day(int number, double milliseconds, double yardstick) {
        return day(number, milliseconds, yardstick, new Stores.Dead(4_000, 2, "head"));
    }

    private static Day day(int number, double milliseconds, double yardstick, Stores.Dead dead) {
        var share = new Reading(288, milliseconds / 2000, milliseconds / 2000, 1e6, 900, 300, 100, 0.05, 0.02);
        return new Day(number, "Mon 06:00", share, yardstick, 200, 500, dead, 900, 10, 0);
    }
}
