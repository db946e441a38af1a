package city.world.kernel.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Chunks of integers hold what was put into them at whatever width.
class IntegersTest {
    @ParameterizedTest
    @CsvSource({
        "-128, byte[]",
        "127, byte[]",
        "-129, short[]",
        "128, short[]",
        "-32768, short[]",
        "32767, short[]",
        "-32769, int[]",
        "32768, int[]",
        "-2147483648, int[]",
        "2147483647, int[]",
        "-2147483649, long[]",
        "2147483648, long[]",
        "-9223372036854775808, long[]"
    })
    void aChunkIsAsNarrowAsItsWidestValue(long value, String type) {
        var chunk = Integers.set(Integers.copyOf(Integers.UNSET), 3, value);

        assertThat(chunk.getClass().getSimpleName()).isEqualTo(type);
        assertThat(Integers.get(chunk, 3)).isEqualTo(value);
    }

    @Test
    void aCopyIsNotWrittenToWithIt() {
        var chunk = Integers.set(Integers.copyOf(Integers.UNSET), 3, 70_000);
        var copy = Integers.copyOf(chunk);
        Integers.set(copy, 3, 5);

        assertThat(Integers.get(chunk, 3)).isEqualTo(70_000);
        assertThat(Integers.get(Integers.UNSET, 3)).isZero();
    }

    @Property(tries = 200)
    void everyRowKeepsItsLastValue(
            @ForAll @Size(max = 40) Map<@IntRange(max = 255) Integer, Long> first,
            @ForAll @Size(max = 40) Map<@IntRange(max = 255) Integer, Short> second) {
        var expected = new TreeMap<Integer, Long>();
        Object chunk = Integers.copyOf(Integers.UNSET);
        for (var it : second.entrySet()) {
            chunk = Integers.set(chunk, it.getKey(), it.getValue());
            expected.put(it.getKey(), (long) it.getValue());
        }
        for (var it : first.entrySet()) {
            chunk = Integers.set(chunk, it.getKey(), it.getValue());
            expected.put(it.getKey(), it.getValue());
        }
        for (int row = 0; row < Column.CHUNK; row++) {
            assertThat(Integers.get(chunk, row)).isEqualTo(expected.getOrDefault(row, 0L));
        }
    }
}
