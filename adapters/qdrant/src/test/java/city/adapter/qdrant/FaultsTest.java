package city.adapter.qdrant;

import static city.adapter.qdrant.Fixtures.CLOCK;
import static city.adapter.qdrant.Fixtures.entry;
import static city.adapter.qdrant.Fixtures.nearest;
import static city.adapter.qdrant.Fixtures.settings;
import static city.memory.testing.Memories.ANN;
import static city.memory.testing.Memories.embedding;
import static city.memory.testing.Memories.id;
import static city.memory.testing.Memories.memory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.adapter.qdrant.server.StandIn;
import city.memory.domain.Remembered;
import city.memory.spi.MemoryIndex.Entry;
import city.memory.spi.MemoryIndex.Lost;
import city.memory.spi.MemoryIndex.Neighbour;
import city.memory.spi.MemoryIndex.Question;
import city.memory.spi.MemoryIndex.Unavailable;
import city.world.ResidentId;
import io.grpc.Status;
import io.qdrant.client.grpc.Collections.Distance;
import io.qdrant.client.grpc.Collections.VectorParams;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What can go wrong between the city and a server: each call ends in time with a type, and the next finds what is
/// there.
@Timeout(60)
class FaultsTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    /// On a machine that is busy with other things as well.
    private static final Duration SOON = Duration.ofSeconds(8);

    private static final Duration AWAY = Duration.ofSeconds(6);
    private static final Duration AT_ONCE = Duration.ofMillis(1500);

    private final StandIn server = StandIn.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aServerThatIsNotThereIsToldAtOnce() {
        server.vanish();

        assertFailsSoon(() -> QdrantIndex.connect(settings(server, 2), CLOCK), "UNAVAILABLE");
    }

    @Test
    void aServerThatWentAwayIsFoundAgainWithWhatItHad() throws Exception {
        try (var index = open(Duration.ofSeconds(5))) {
            index.put(List.of(entry(1, ANN, 1, 0)));
            server.vanish();
            assertFailsSoon(() -> nearest(index, ANN, 1, 0), "UNAVAILABLE");
            assertFailsSoon(() -> index.put(List.of(entry(2, ANN, 1, 0))), "UNAVAILABLE");

            server.comeBack();

            untilItAnswers(() -> index.put(List.of(entry(2, ANN, 1, 0))));
            assertThat(nearest(index, ANN, 1, 0)).containsExactly(new Neighbour(id(1), 1), new Neighbour(id(2), 1));
        }
    }

    /// gRPC alone would come back to it later the longer it was away.
    @Test
    void aServerThatWasAwayForLongIsFoundAgainAtOnce() throws Exception {
        try (var index = open(Duration.ofSeconds(5))) {
            server.vanish();
            long until = System.nanoTime() + AWAY.toNanos();
            while (System.nanoTime() < until) {
                assertFailsSoon(() -> nearest(index, ANN, 1, 0), "UNAVAILABLE");
                Thread.sleep(100);
            }

            server.comeBack();
            long back = System.nanoTime();
            untilItAnswers(() -> nearest(index, ANN, 1, 0));

            assertThat(System.nanoTime() - back).isLessThan(AT_ONCE.toNanos());
        }
    }

    @Test
    void aServerThatHangsFailsTheCallAndNotTheNext() {
        try (var index = open(SHORT)) {
            server.mischief().hang();
            assertFailsSoon(() -> index.put(List.of(entry(1, ANN, 1, 0))), "DEADLINE_EXCEEDED");
            assertFailsSoon(() -> nearest(index, ANN, 1, 0), "DEADLINE_EXCEEDED");

            server.mischief().behave();

            index.put(List.of(entry(1, ANN, 1, 0)));
            assertThat(nearest(index, ANN, 1, 0)).containsExactly(new Neighbour(id(1), 1));
        }
    }

    @Test
    void aServerThatIsSlowIsWaitedForUntilTheTimeIsOver() {
        try (var index = open(Duration.ofSeconds(2))) {
            server.mischief().delay(Duration.ofMillis(200));
            index.put(List.of(entry(1, ANN, 1, 0)));
            assertThat(nearest(index, ANN, 1, 0)).hasSize(1);

            server.mischief().delay(Duration.ofSeconds(4));
            assertFailsSoon(() -> nearest(index, ANN, 1, 0), "DEADLINE_EXCEEDED");
        }
    }

    @Test
    void whoeverWaitsForAHangingWriteWaitsNoLongerThanForTheServer() throws Exception {
        try (var index = open(Duration.ofSeconds(1))) {
            server.mischief().delay(Duration.ofMillis(700));
            var writer = Thread.ofVirtual()
                    .start(() -> assertThatThrownBy(() -> index.put(entries(20 * 256)))
                            .hasMessageContaining("the caller was interrupted"));
            while (!server.mischief().calls().contains("Upsert")) {
                Thread.sleep(5);
            }

            assertFailsSoon(() -> nearest(index, ANN, 1, 0), "other calls took longer");

            writer.interrupt();
            writer.join();
        }
    }

    @Test
    void whatTheServerSaysInsteadOfAnsweringGetsItsType() {
        try (var index = open(Duration.ofSeconds(5))) {
            for (var status : List.of(
                    Status.UNAVAILABLE,
                    Status.RESOURCE_EXHAUSTED,
                    Status.INTERNAL,
                    Status.UNAUTHENTICATED,
                    Status.PERMISSION_DENIED)) {
                server.mischief().fail(status.withDescription("as the test wants it"));
                assertFailsSoon(() -> nearest(index, ANN, 1, 0), status.getCode() + ": as the test wants it");
            }

            server.mischief().fail(Status.INVALID_ARGUMENT);
            assertThatThrownBy(() -> nearest(index, ANN, 1, 0)).isInstanceOf(UnfitCollection.class);
        }
    }

    @Test
    void aCollectionThatSomebodyMadeOtherwiseMeanwhileIsRefused() {
        try (var index = open(Duration.ofSeconds(5))) {
            server.storage().empty();
            server.storage()
                    .create(
                            "agent_memories_2",
                            VectorParams.newBuilder()
                                    .setSize(3)
                                    .setDistance(Distance.Cosine)
                                    .build());

            assertThatThrownBy(() -> index.put(List.of(entry(1, ANN, 1, 0))))
                    .isInstanceOf(UnfitCollection.class)
                    .hasMessageContaining("expected dim: 3, got 2");
        }
    }

    @Test
    void aServerThatForgotAllIsFilledAgainFromTheDurableMemories() throws Exception {
        var durable = IntStream.range(0, 600)
                .mapToObj(i -> new Remembered(memory(i).get(), embedding(i % 120, 5)))
                .toList();
        var before = List.<Neighbour>of();
        try (var index = open(Duration.ofSeconds(5))) {
            index.putMemories(durable);
            before = nearest(index, ANN, 1, 0);
            server.vanish();
            server.storage().empty();
            server.comeBack();
            untilItAnswers(() -> assertThatThrownBy(() -> nearest(index, ANN, 1, 0))
                    .isInstanceOf(Lost.class)
                    .hasMessageContaining("agent_memories_2"));
            assertThatThrownBy(() -> index.put(List.of(entry(1, ANN, 1, 0)))).isInstanceOf(Lost.class);
        }

        try (var index = open(Duration.ofSeconds(5))) {
            assertThat(index.size()).isZero();
            index.putMemories(durable);

            assertThat(index.size()).isEqualTo(600);
            assertThat(nearest(index, ANN, 1, 0)).isEqualTo(before).hasSize(10);
        }
    }

    @Test
    void aBatchThatBrokeHalfwayIsWholeOnceItIsPutAgain() {
        try (var index = open(SHORT)) {
            server.mischief().forgetCalls();
            server.mischief().hangAfter(2);
            assertFailsSoon(() -> index.put(entries(1000)), "DEADLINE_EXCEEDED");
            server.mischief().behave();
            assertThat(index.size()).isEqualTo(512);

            index.put(entries(1000));

            assertThat(index.size()).isEqualTo(1000);
        }
    }

    @Test
    void manyEntriesGoInAFewCallsAndManyQuestionsInOne() {
        try (var index = open(Duration.ofSeconds(5))) {
            server.mischief().forgetCalls();
            index.put(entries(600));
            index.nearest(Collections.nCopies(10, new Question(ANN, embedding(1, 0), 10)));

            assertThat(server.mischief().calls()).startsWith("Upsert", "Upsert", "Upsert", "QueryBatch");
        }
    }

    @Test
    void whatIsClosedRefuses() {
        var index = open(Duration.ofSeconds(5));
        index.close();
        index.close();

        assertThatThrownBy(() -> index.put(List.of())).hasMessage("the index is closed");
        assertThatThrownBy(() -> index.remove(List.of())).hasMessage("the index is closed");
        assertThatThrownBy(() -> nearest(index, ANN, 1, 0)).hasMessage("the index is closed");
    }

    private QdrantIndex open(Duration timeout) {
        QdrantIndex.connect(settings(server, 2), CLOCK).close();
        return QdrantIndex.connect(settings(server, 2, timeout), CLOCK);
    }

    private static List<Entry> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> entry(i, new ResidentId(id(i / 1000).value()), i % 100, 1))
                .toList();
    }

    private static void assertFailsSoon(ThrowingCallable call, String words) {
        long begun = System.nanoTime();

        assertThatThrownBy(call).isInstanceOf(Unavailable.class).hasMessageContaining(words);

        assertThat(System.nanoTime() - begun).isLessThan(SOON.toNanos());
    }

    /// The first calls after a break may fail, each of them at once.
    private static void untilItAnswers(Runnable call) throws InterruptedException {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (true) {
            try {
                call.run();
                return;
            } catch (Unavailable | AssertionError notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                Thread.sleep(20);
            }
        }
    }
}
