package city.agents.application.minds;

import static org.assertj.core.api.Assertions.assertThat;

import city.memory.Memories.NotReady;
import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.MemoryId;
import city.memory.RecallQuery;
import city.memory.Recollection;
import city.memory.Recollection.Score;
import city.world.ResidentId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class RecallInTimeTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final int MOST = 3;
    private static final ResidentId ANN = new ResidentId(new UUID(7, 1));

    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean hangs;
    private volatile boolean fails;
    private final RecallInTime recalls = new RecallInTime(this::remember, executor, MOST);

    @AfterEach
    void close() {
        end.countDown();
        executor.close();
    }

    @Test
    void givesWhatComesInTime() {
        assertThat(recalls.recall(query(), LONG)).hasSize(1);
    }

    @Test
    void givesNothingWhenItDoesNotComeInTime() {
        hangs = true;

        assertThat(recalls.recall(query(), SHORT)).isEmpty();
    }

    @Test
    void givesNothingWhenItFails() {
        fails = true;

        assertThat(recalls.recall(query(), LONG)).isEmpty();
    }

    @Test
    void beginsNothingWithoutTime() {
        assertThat(recalls.recall(query(), Duration.ZERO)).isEmpty();
        assertThat(begun).hasValue(0);
    }

    @Test
    void nobodyWaitsBehindThoseThatHang() {
        hangs = true;
        for (int i = 0; i < MOST; i++) {
            recalls.recall(query(), SHORT);
        }

        assertThat(recalls.recall(query(), LONG)).isEmpty();
        assertThat(begun).hasValue(MOST);
    }

    @Test
    void beginsAgainWhenTheyHaveCome() throws InterruptedException {
        hangs = true;
        for (int i = 0; i < MOST; i++) {
            recalls.recall(query(), SHORT);
        }
        hangs = false;
        end.countDown();

        while (recalls.recall(query(), LONG).isEmpty()) {
            Thread.sleep(1);
        }
    }

    private static RecallQuery query() {
        return new RecallQuery(ANN, "the mill", 8, 1);
    }

    private List<Recollection> remember(RecallQuery query) {
        begun.incrementAndGet();
        if (fails) {
            throw new NotReady("the index is being built");
        }
        if (hangs) {
            awaitEnd();
        }
        var memory = new Memory(
                new MemoryId(new UUID(7, 2)),
                ANN,
                Kind.OBSERVATION,
                "It burnt.",
                500,
                0,
                query.tick(),
                1,
                false,
                List.of());
        return List.of(new Recollection(memory, new Score(1, 1, 1)));
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
