package city.memory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.memory.MemoryId;
import city.memory.testing.Memories;
import city.world.ResidentId;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void theSameIsTheSameAndAllElseDiffers() {
        var ids = new HashSet<MemoryId>();
        int made = 0;
        for (long sequence = 1; sequence < 200; sequence++) {
            for (int ordinal = 0; ordinal < 16; ordinal++) {
                ids.add(Ids.of(sequence, ordinal, Memories.ANN));
                ids.add(Ids.of(sequence, ordinal, Memories.BEN));
                made += 2;
            }
            ids.add(Ids.once(Memories.ANN, "tie " + sequence));
            ids.add(Ids.once(Memories.BEN, "tie " + sequence));
            made += 2;
        }

        assertThat(ids).hasSize(made);
        assertThat(Ids.of(7, 3, Memories.ANN)).isEqualTo(Ids.of(7, 3, new ResidentId(new UUID(1, 1))));
        assertThat(Ids.once(Memories.ANN, "tie 7")).isEqualTo(Ids.once(new ResidentId(new UUID(1, 1)), "tie 7"));
    }

    @Test
    void theyAreUuidsOfVersionEightInTheOrderOfTheLog() {
        var early = Ids.of(41, 15, Memories.ANN).value();
        var late = Ids.of(42, 0, Memories.BEN).value();
        var once = Ids.once(Memories.ANN, "tie").value();

        assertThat(early.version()).isEqualTo(8);
        assertThat(early.variant()).isEqualTo(2);
        assertThat(once.version()).isEqualTo(8);
        assertThat(once.variant()).isEqualTo(2);
        assertThat(early.toString()).isLessThan(late.toString());
    }

    @Test
    void anOrdinalWithoutRoomIsRefused() {
        assertThatThrownBy(() -> Ids.of(1, 4096, Memories.ANN)).hasMessageContaining("ordinal must be 0 to 4095: 4096");
    }
}
