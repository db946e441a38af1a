package city.app.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
    private final Tally tally = new Tally("mqtt #", "", 10);

    @Test
    void aMissingEventIsAGap() {
        tally.heard("economy/transaction", publicEvent(11, 3));
        tally.heard("economy/transaction", publicEvent(14, 11));
        assertThat(tally.gaps()).isZero();

        tally.heard("economy/transaction", publicEvent(20, 17));
        assertThat(tally.gaps()).isOne();
    }

    @Test
    void eachTopicHasAChainOfItsOwnAndARepetitionBreaksNone() {
        tally.heard("economy/transaction", publicEvent(11, 3));
        tally.heard("social/interaction/1", publicEvent(12, 9));
        tally.heard("economy/transaction", publicEvent(11, 3));
        tally.heard("economy/transaction", publicEvent(13, 11));
        tally.heard("agents/moves/1", "{\"id\":\"x\",\"seq\":15,\"tick\":1}");
        tally.heard("world/tick", "{\"head_seq\":99}");

        assertThat(tally.gaps()).isZero();
        assertThat(tally.heard()).isEqualTo(6);
    }

    @Test
    void itIsBehindWhatItsTopicHas() {
        var economist = new Tally("sse economy", "economy", 10);
        economist.upTo(30);
        tally.upTo(30);
        var heads = Map.of("economy", 34L, "agents", 50L);

        assertThat(economist.behind(heads)).isEqualTo(4);
        assertThat(tally.behind(heads)).isEqualTo(20);
        assertThat(economist.behind(Map.of())).isZero();
    }

    private static String publicEvent(long sequence, long previous) {
        return "{\"id\":\"x\",\"generation\":1,\"seq\":%d,\"prev_seq\":%d,\"tick\":7}".formatted(sequence, previous);
    }
}
