package city.app.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The same journal gives the same city, today as when it was recorded. A change of the rules is lawful, and needs a
/// new version of the rules, or every running city would part from its past in silence.
///
/// With the system property `city.golden.record=true` the journals are recorded anew.
class GoldenJournalTest {
    private enum Golden {
        VILLAGE("village", OptionalInt.empty(), 600),
        DEFAULT("default", OptionalInt.empty(), 400),
        TOWN("town", OptionalInt.of(200), 400);

        private final String scenario;
        private final OptionalInt residents;
        private final int ticks;

        Golden(String scenario, OptionalInt residents, int ticks) {
            this.scenario = scenario;
            this.residents = residents;
            this.ticks = ticks;
        }
    }

    @BeforeAll
    static void recordWhenAsked() {
        if (Boolean.getBoolean(GoldenJournal.RECORD)) {
            for (var golden : Golden.values()) {
                Recording.of(golden.scenario, golden.residents, golden.ticks).write();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theJournalGivesTheStateThatItGave(Golden golden) {
        var verdict = GoldenJournal.read(golden.scenario).verdict();

        assertThat(verdict).isEmpty();
    }

    @Test
    void whoeverChangedTheRulesIsToldWhatToDo() {
        var village = GoldenJournal.read("village");
        var other = new GoldenJournal(
                village.name(), village.rulesVersion(), village.ticks(), "00".repeat(32), village.entries());

        assertThat(other.verdict().orElseThrow())
                .contains("Raise Genesis.RULES_VERSION and record anew by mvn test")
                .endsWith("-Dcity.golden.record=true");
    }

    @Test
    void whoeverRaisedTheVersionIsToldToRecordAnew() {
        var village = GoldenJournal.read("village");
        var older = new GoldenJournal(
                village.name(), village.rulesVersion() - 1, village.ticks(), village.state(), village.entries());

        assertThat(older.verdict().orElseThrow()).contains("record anew by mvn test");
    }

    @Test
    void aJournalThatEndsTooEarlyIsNoticed() {
        var village = GoldenJournal.read("village");
        var shorter = new GoldenJournal(
                village.name(),
                village.rulesVersion(),
                village.ticks(),
                village.state(),
                village.entries().subList(0, village.entries().size() / 2));

        assertThat(shorter.verdict()).isPresent();
    }
}
