package city.world.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import city.world.kernel.engine.Pending.Key;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BloomFilterTest {
    private static final int KEYS = 1_000_000;

    /// Of a million, 250 have the hash of another, and eleven are mistaken by chance.
    private static final long MOST_MISTAKEN = 400;

    @Test
    void noKeyThatWasUsedIsEverDeniedAndHardlyOneThatWasNotIsClaimed() {
        var filter = new BloomFilter();

        used("used").forEach(filter::add);

        assertThat(used("used")).allMatch(filter::mayHold);
        assertThat(used("fresh").stream().filter(filter::mayHold).count()).isLessThan(MOST_MISTAKEN);
    }

    private static List<Key> used(String prefix) {
        return IntStream.range(0, KEYS)
                .mapToObj(it -> new Key("operator", prefix + "-" + it))
                .toList();
    }
}
