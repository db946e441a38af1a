package city.adapter.mqtt.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WindowTest {
    private final Window window = new Window(2, 10);
    private final CompletableFuture<@Nullable Void> first = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> second = new CompletableFuture<>();

    @Test
    void whatIsAcknowledgedOutOfOrderWaitsForWhatIsBeforeIt() {
        window.add(12, first);
        window.add(15, second);
        window.pass(20);

        second.complete(null);
        assertThat(window.acknowledged()).isEqualTo(11);

        first.complete(null);
        assertThat(window.acknowledged()).isEqualTo(20);
    }

    @Test
    void aFullWindowHasNoRoomUntilItsFirstIsAcknowledged() throws Exception {
        window.add(11, first);
        window.add(12, second);
        assertThat(window.awaitRoom(Duration.ofMillis(1))).isFalse();

        first.complete(null);

        assertThat(window.awaitRoom(Duration.ofMillis(1))).isTrue();
    }

    @Test
    void aFullWindowHasRoomAgainWhenHalfOfItIsFree() throws Exception {
        var wide = new Window(4, 10);
        wide.add(11, first);
        wide.add(12, second);
        wide.add(13, new CompletableFuture<>());
        assertThat(wide.awaitRoom(Duration.ofMillis(1))).isTrue();
        wide.add(14, new CompletableFuture<>());

        first.complete(null);
        assertThat(wide.awaitRoom(Duration.ofMillis(1))).isFalse();
        second.complete(null);
        assertThat(wide.awaitRoom(Duration.ofMillis(1))).isTrue();
    }

    @Test
    void aFailedWindowStaysWhereItFailed() throws Exception {
        window.add(11, first);
        window.add(12, second);

        first.completeExceptionally(new IllegalStateException("lost"));
        second.complete(null);

        assertThat(window.failure()).isPresent();
        assertThat(window.acknowledged()).isEqualTo(10);
        assertThat(window.awaitRoom(Duration.ofMillis(1))).isFalse();
    }
}
