package city.world.kernel.engine;

import city.world.kernel.access.Receipt;
import city.world.kernel.access.Submission;
import city.world.kernel.access.SubmissionFailed.Kind;
import city.world.kernel.engine.Pending.Key;
import city.world.kernel.machine.Sha256;
import city.world.spi.Answer;
import city.world.spi.Codec;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Where commands wait for the city thread, and where a repeat under a known key gets the first answer again. Callers
/// on any thread; only the city thread takes.
final class Inbox {
    /// About two seconds of the fastest commands; whoever comes later is told to come again.
    private static final int CAPACITY = 16_384;

    private final ArrayBlockingQueue<Pending> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final ConcurrentHashMap<Key, Pending> inFlight = new ConcurrentHashMap<>();
    private final AnswerBook answers;
    private final Codec codec;
    private volatile boolean closed;

    Inbox(AnswerBook answers, Codec codec) {
        this.answers = answers;
        this.codec = codec;
    }

    <R> CompletionStage<Receipt<R>> submit(Submission<R> submission) {
        var pending = prepare(submission);
        if (closed) {
            pending.fail(Kind.CLOSED, "the city is not running");
            return typed(pending.stage());
        }
        return typed(
                pending.key().isPresent() ? submitKeyed(pending, pending.key().get()) : enqueue(pending));
    }

    /// The next command, waiting for it at most so long; null when none came.
    @Nullable
    Pending take(long nanos) throws InterruptedException {
        return nanos <= 0 ? queue.poll() : queue.poll(nanos, TimeUnit.NANOSECONDS);
    }

    /// Forgets that a command is in flight, once its answer is in the book or its caller was told that it failed.
    void done(Pending pending) {
        pending.key().ifPresent(key -> inFlight.remove(key, pending));
    }

    /// Fails all that wait, and all that come later.
    void close(String reason) {
        closed = true;
        for (var pending = queue.poll(); pending != null; pending = queue.poll()) {
            done(pending);
            pending.fail(Kind.CLOSED, reason);
        }
    }

    private Pending prepare(Submission<?> submission) {
        var type = codec.nameOf(submission.command().getClass());
        var payload = codec.write(submission.command());
        return new Pending(
                submission.command(),
                submission.actor(),
                submission.key().map(it -> new Key(submission.actor(), it)),
                type,
                payload,
                new Sha256().add(type).add(payload).hex(),
                new CompletableFuture<>());
    }

    private CompletableFuture<Receipt<Object>> submitKeyed(Pending pending, Key key) {
        var answer = answers.find(key);
        if (answer.isPresent()) {
            return repeat(pending, answer.get());
        }
        var first = inFlight.putIfAbsent(key, pending);
        if (first != null) {
            return share(pending, first);
        }
        // The first may have been answered between the two looks; its answer is in the book before it leaves the
        // flight.
        answer = answers.find(key);
        if (answer.isPresent()) {
            inFlight.remove(key, pending);
            return repeat(pending, answer.get());
        }
        return enqueue(pending);
    }

    private CompletableFuture<Receipt<Object>> enqueue(Pending pending) {
        if (!queue.offer(pending)) {
            done(pending);
            pending.fail(Kind.BUSY, "%d commands wait already".formatted(CAPACITY));
        } else if (closed && queue.remove(pending)) {
            done(pending);
            pending.fail(Kind.CLOSED, "the city is not running");
        }
        return pending.stage();
    }

    private static CompletableFuture<Receipt<Object>> share(Pending pending, Pending first) {
        if (!first.digest().equals(pending.digest())) {
            return reused(pending);
        }
        return first.stage().thenApply(it -> new Receipt<>(it.answer(), it.tick(), it.sequence(), true));
    }

    private CompletableFuture<Receipt<Object>> repeat(Pending pending, Answer answer) {
        if (!answer.digest().equals(pending.digest())) {
            return reused(pending);
        }
        var first = codec.read(answer.type(), answer.payload());
        pending.stage().complete(new Receipt<>(first, answer.tick(), answer.sequence(), true));
        return pending.stage();
    }

    private static CompletableFuture<Receipt<Object>> reused(Pending pending) {
        var key = pending.key().map(Key::key).orElseThrow();
        pending.fail(Kind.KEY_REUSED, "the key was used with another request: \"" + key + "\"");
        return pending.stage();
    }

    /// A command answers with its own type; the handler gave it, or the codec read it back.
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <R> CompletionStage<Receipt<R>> typed(CompletableFuture<Receipt<Object>> stage) {
        return (CompletionStage) stage;
    }
}
