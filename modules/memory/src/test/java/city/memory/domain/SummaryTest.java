package city.memory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import city.memory.Memory;
import city.memory.testing.Memories;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void saysHowManyAndTheWordsOfTheWeightiest() {
        var members = List.of(
                Memories.memory(1).get(),
                Memories.memory(2).get(),
                Memories.memory(3).get());

        assertThat(Summary.of(members)).isEqualTo("Of 3 things of the same sort I remember best: memory 1");
    }

    @Test
    void whatIsTooLongIsCutAndNoCharacterIsTorn() {
        var full = "x".repeat(Memory.MAX_TEXT);

        assertThat(Summary.cut(full)).isEqualTo(full);
        assertThat(Summary.cut(full + "y")).hasSize(Memory.MAX_TEXT).endsWith("x…");
        assertThat(Summary.cut("x".repeat(Memory.MAX_TEXT - 2) + "😀😀"))
                .hasSize(Memory.MAX_TEXT - 1)
                .endsWith("x…");
    }
}
