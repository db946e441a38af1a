package city.world.kernel.engine;

import city.world.kernel.Command;
import city.world.kernel.access.Receipt;
import city.world.kernel.access.SubmissionFailed;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A submission that waits for its commit.
///
/// @param type    the command's wire name
/// @param payload the command in canonical text
/// @param digest  of type and payload
record Pending(
        Command<?> command,
        String actor,
        Optional<Key> key,
        String type,
        String payload,
        String digest,
        CompletableFuture<Receipt<Object>> stage) {
    record Key(String actor, String key) {}

    void fail(SubmissionFailed.Kind kind, String message) {
        stage.completeExceptionally(new SubmissionFailed(kind, message));
    }
}
