package city.app.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReadingTest {
    @Test
    void aTickHasItsShareOfWhatCameSince() {
        var before = new Reading(288, 10, 4, 1_000_000, 500, 50, 30, 20, 5);
        var after = new Reading(576, 38.8, 4, 29_800_000, 500 + 28_800, 338, 174, 48.8, 33.8);

        var share = after.perTickSince(before);

        assertThat(share.tick()).isEqualTo(288);
        assertThat(share.citySeconds()).isEqualTo(0.1, within(1e-9));
        assertThat(share.shardSeconds()).isZero();
        assertThat(share.bytes()).isEqualTo(100_000, within(1e-6));
        assertThat(share.rows()).isEqualTo(100, within(1e-9));
        assertThat(share.events()).isEqualTo(1, within(1e-9));
        assertThat(share.publishes()).isEqualTo(0.5, within(1e-9));
    }
}
