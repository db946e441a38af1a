package city.memory;

import static city.memory.testing.Memories.ANN;
import static city.memory.testing.Memories.memory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.memory.Memory.Kind;
import city.memory.Recollection.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MemoryTest {
    @Test
    void whatBreaksTheLawOfAMemoryIsRefused() {
        assertThatThrownBy(() -> withText(" ")).hasMessage("text must have 1 to 1000 characters and not be blank: 1");
        assertThatThrownBy(() -> withText("a".repeat(1001))).hasMessageContaining("text must have");
        assertThatThrownBy(() -> memory(1).importance(1001).get()).hasMessage("importance must be 0 to 1000: 1001");
        assertThatThrownBy(() -> memory(1).accessed(-1, 0).get()).hasMessage("accesses must not be negative: -1");
        assertThatThrownBy(() -> memory(1).madeAt(5).accessed(1, 4).get())
                .hasMessage("ticks must be made, then accessed, from 0: 5, 4");
        assertThatThrownBy(() -> memory(1).evidence(2L, 2L).get()).hasMessageContaining("ascending: [2, 2]");
        assertThatThrownBy(() -> memory(1)
                        .evidence(LongStream.range(0, 33).boxed().toArray(Long[]::new))
                        .get())
                .hasMessageContaining("evidence must be at most 32 sequences");
    }

    @Test
    void evidenceDoesNotChangeUnderAMemory() {
        var sequences = new ArrayList<>(List.of(1L));
        var memory = new Memory(memory(1).get().id(), ANN, Kind.INSIGHT, "a", 0, 0, 0, 0, false, sequences);

        sequences.add(2L);

        assertThat(memory.evidence()).containsExactly(1L);
    }

    @Test
    void aQuestionHasWordsALimitAndATime() {
        assertThatThrownBy(() -> new RecallQuery(ANN, "", 1, 0)).hasMessageContaining("words must have");
        assertThatThrownBy(() -> new RecallQuery(ANN, "a", 0, 0)).hasMessage("limit must be 1 to 100: 0");
        assertThatThrownBy(() -> new RecallQuery(ANN, "a", 101, 0)).hasMessage("limit must be 1 to 100: 101");
        assertThatThrownBy(() -> new RecallQuery(ANN, "a", 1, -1)).hasMessage("tick must not be negative: -1");
    }

    @Test
    void everyPartOfAScoreIsAShare() {
        assertThatThrownBy(() -> new Score(1.1, 0, 0)).hasMessage("recency must be 0 to 1: 1.1");
        assertThatThrownBy(() -> new Score(0, -0.1, 0)).hasMessage("importance must be 0 to 1: -0.1");
        assertThatThrownBy(() -> new Score(0, 0, Double.NaN)).hasMessage("relevance must be 0 to 1: NaN");
    }

    private static Memory withText(String text) {
        return new Memory(memory(1).get().id(), ANN, Kind.OBSERVATION, text, 0, 0, 0, 0, false, List.of());
    }
}
