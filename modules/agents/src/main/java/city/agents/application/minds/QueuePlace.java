package city.agents.application.minds;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/// Where an answer comes among those of its tick. In a fork they come in the order of the first city, for two that
/// change places make two cities; whoever says something else than there, or nothing, gives its place up. Elsewhere
/// everybody is the first. Safe from any thread.
final class QueuePlace {
    private static final CompletableFuture<Void> NOBODY = CompletableFuture.completedFuture(null);

    private final CompletableFuture<Void> before;
    private final CompletableFuture<Void> passed = new CompletableFuture<>();

    private QueuePlace(CompletableFuture<Void> before) {
        this.before = before;
    }

    static QueuePlace first() {
        return new QueuePlace(NOBODY);
    }

    /// One behind the other.
    static List<QueuePlace> inOrder(int count) {
        var places = new ArrayList<QueuePlace>(count);
        var before = NOBODY;
        for (int i = 0; i < count; i++) {
            var place = new QueuePlace(before);
            places.add(place);
            before = CompletableFuture.allOf(before, place.passed);
        }
        return places;
    }

    /// Those behind need not wait for it any more.
    void pass() {
        passed.complete(null);
    }

    /// Waits until all before it have passed. Who has passed itself does not wait.
    ///
    /// @param atMost after which it goes before its turn
    void await(Duration atMost) throws InterruptedException {
        if (passed.isDone()) {
            return;
        }
        try {
            before.get(atMost.toNanos(), NANOSECONDS);
        } catch (TimeoutException | ExecutionException late) {
            pass();
        }
    }
}
