package city.world.kernel.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.world.kernel.Genesis;
import city.world.kernel.state.Checksum;
import city.world.spi.Head;
import org.junit.jupiter.api.Test;

class KnownRulesTest {
    private static final int NOW = Genesis.RULES_VERSION;
    private static final int OLDEST = Genesis.OLDEST_RULES_VERSION;

    @Test
    void aCityOfThisProgramsRulesOrOfOlderOnesThatItKnowsIsGoneOnWith() {
        assertThatCode(() -> Recovery.requireKnownRules(head(NOW), NOW)).doesNotThrowAnyException();
        assertThatCode(() -> Recovery.requireKnownRules(head(OLDEST), NOW)).doesNotThrowAnyException();
    }

    /// Before anything is written: a city that was raised cannot go back.
    @Test
    void aCityOfRulesThatAreTooOldOrTooNewIsRefused() {
        assertThatThrownBy(() -> Recovery.requireKnownRules(head(OLDEST - 1), NOW))
                .isInstanceOf(Recovery.Unfit.class)
                .hasMessageContaining(
                        "rules version %d, and this program can go on with %d".formatted(OLDEST - 1, OLDEST));
        assertThatThrownBy(() -> Recovery.requireKnownRules(head(NOW + 1), NOW))
                .isInstanceOf(Recovery.Unfit.class)
                .hasMessageContaining("Run the release of rules " + (NOW + 1));
    }

    private static Head head(int rules) {
        return new Head(1, 1, 1, 1, 1, 1, Head.NO_TIP, Checksum.ZERO, "digest", rules);
    }
}
