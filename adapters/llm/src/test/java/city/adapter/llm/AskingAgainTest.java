package city.adapter.llm;

import static city.adapter.llm.Fixtures.LIMITS;
import static city.adapter.llm.Fixtures.UNLIMITED;
import static city.adapter.llm.Fixtures.WAIT;
import static city.adapter.llm.Fixtures.inOrder;
import static city.adapter.llm.Fixtures.provider;
import static city.adapter.llm.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.llm.stub.Deed;
import city.adapter.llm.stub.StubProvider;
import city.adapter.llm.stub.WireFormat;
import city.agents.spi.ModelReply.Answer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The pause before a provider is asked again is drawn, so that those who failed together do not come back together.
class AskingAgainTest {
    private static final int RUNS = 3;

    @BeforeAll
    static void warmUp() {
        Fixtures.warmUp();
    }

    @Test
    void thePauseIsDrawn() {
        assertThat(leastPauseMillis(0)).isBetween(50L, 120L);
        assertThat(leastPauseMillis(-1)).isGreaterThanOrEqualTo(149);
    }

    /// Of some, as a busy machine makes pauses longer and never shorter.
    ///
    /// @param drawn all that chance gives
    private static long leastPauseMillis(long drawn) {
        return IntStream.range(0, RUNS).mapToLong(_ -> pauseMillis(drawn)).min().orElseThrow();
    }

    private static long pauseMillis(long drawn) {
        List<Long> asked = new CopyOnWriteArrayList<>();
        try (var stub = StubProvider.start(WireFormat.OPENAI)) {
            stub.always(new Deed.Think(_ -> {
                asked.add(System.nanoTime());
                return asked.size() == 1 ? Deed.status(500) : Deed.answer(WAIT);
            }));
            try (var adapter = LlmAdapter.open(
                    inOrder(provider("stub", WireFormat.OPENAI, stub, LIMITS)), () -> drawn, System::nanoTime)) {
                assertThat(adapter.ask(request(Duration.ofSeconds(5)), UNLIMITED))
                        .isInstanceOf(Answer.class);
            }
        }
        assertThat(asked).hasSize(2);
        return (asked.getLast() - asked.getFirst()) / 1_000_000;
    }
}
