package city.app.wiring;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// Something that needs nothing of what else starts, and so is opened beside it, on a thread of its own.
final class Ahead<T extends AutoCloseable> implements AutoCloseable {
    private final CompletableFuture<T> opened = new CompletableFuture<>();

    private Ahead() {}

    static <T extends AutoCloseable> Ahead<T> begin(String thread, Supplier<T> opening) {
        var ahead = new Ahead<T>();
        Thread.ofPlatform().name(thread).start(() -> {
            try {
                ahead.opened.complete(opening.get());
            } catch (RuntimeException | Error e) {
                ahead.opened.completeExceptionally(e);
            }
        });
        return ahead;
    }

    /// Waits until it is open.
    ///
    /// @throws RuntimeException that opening threw
    T join() {
        try {
            return opened.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }

    /// Waits too, since it cannot be called back.
    @Override
    public void close() {
        try (var last = new Opened()) {
            last.keep(opened.join());
        } catch (CompletionException e) {
            // There is nothing to close, and whoever joins is told why.
        }
    }
}
