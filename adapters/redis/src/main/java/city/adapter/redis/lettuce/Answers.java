package city.adapter.redis.lettuce;

import city.adapter.redis.projection.StoreFailed;
import city.adapter.redis.projection.StoreFailed.Kind;
import io.lettuce.core.RedisBusyException;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisLoadingException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What the server says, or that it says nothing.
final class Answers {
    private Answers() {}

    static <T> T await(CompletableFuture<T> answer) throws InterruptedException {
        try {
            return answer.get(LettuceStore.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            throw new StoreFailed(
                    Kind.AWAY, "does not answer within %d s".formatted(LettuceStore.PATIENCE.toSeconds()));
        } catch (CancellationException closed) {
            throw new StoreFailed(Kind.AWAY, "the connection was closed");
        } catch (ExecutionException failed) {
            throw failure(Objects.requireNonNullElse(failed.getCause(), failed));
        }
    }

    /// @throws StoreFailed when the command of this answer, which has come, was refused
    static void requireDone(CompletableFuture<?> answer) throws InterruptedException {
        if (answer.isCompletedExceptionally()) {
            await(answer);
        }
    }

    private static StoreFailed failure(Throwable cause) {
        var innermost = cause;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        boolean isNotUpYet = cause instanceof RedisLoadingException || cause instanceof RedisBusyException;
        var kind = cause instanceof RedisCommandExecutionException && !isNotUpYet ? Kind.REFUSED : Kind.AWAY;
        return new StoreFailed(kind, String.valueOf(innermost.getMessage()));
    }
}
