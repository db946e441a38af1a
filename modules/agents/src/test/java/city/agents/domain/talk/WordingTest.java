package city.agents.domain.talk;

import static org.assertj.core.api.Assertions.assertThat;

import city.social.Utterance;
import org.junit.jupiter.api.Test;

class WordingTest {
    /// Half a pair of surrogates is no character, and nobody may say it.
    @Test
    void aLongSentenceIsCutBetweenCharacters() {
        var smile = "\uD83D\uDE00";

        assertThat(Wording.cut("a".repeat(Utterance.MAX_WORDS_LENGTH))).hasSize(Utterance.MAX_WORDS_LENGTH);
        assertThat(Wording.cut(smile.repeat(300)))
                .hasSizeLessThanOrEqualTo(Utterance.MAX_WORDS_LENGTH)
                .endsWith(smile + "…");
        assertThat(Wording.cut("a" + smile.repeat(300)))
                .hasSizeLessThanOrEqualTo(Utterance.MAX_WORDS_LENGTH)
                .endsWith(smile + "…");
    }
}
