package city.adapter.redis.lettuce;

import city.adapter.redis.projection.Change;
import city.adapter.redis.projection.Store.Session;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// One connection. Each write is one transaction, sent in one go, and with it the watch for the next: so at any time
/// the server holds a watch that it has confirmed, and a write that is still on the way when this connection is given
/// up comes to nothing once another connection has written.
final class LettuceSession implements Session {
    /// Keys that the server looks at in one step, some tens of microseconds.
    private static final int SCAN_STEP = 1_000;

    private final StatefulRedisConnection<String, String> connection;
    private final RedisAsyncCommands<String, String> commands;
    private final String markerKey;

    LettuceSession(StatefulRedisConnection<String, String> connection, String markerKey) {
        this.connection = connection;
        this.commands = connection.async();
        this.markerKey = markerKey;
        connection.setAutoFlushCommands(false);
    }

    @Override
    public Map<String, String> marker() throws InterruptedException {
        var released = commands.unwatch();
        var watched = commands.watch(markerKey);
        var fields = commands.hgetall(markerKey);
        connection.flushCommands();
        await(released);
        await(watched);
        return await(fields);
    }

    @Override
    public boolean write(List<Change> changes) throws InterruptedException {
        var begun = commands.multi();
        var answers = sendIn(begun, changes);
        var executed = commands.exec();
        var watched = commands.watch(markerKey);
        connection.flushCommands();
        await(begun);
        var result = await(executed);
        await(watched);
        if (result.wasDiscarded()) {
            return false;
        }
        for (var answer : answers) {
            Answers.requireDone(answer);
        }
        return true;
    }

    @Override
    public void forEachKey(String beginning, Consumer<List<String>> reader) throws InterruptedException {
        var wanted = ScanArgs.Builder.matches(beginning + "*").limit(SCAN_STEP);
        ScanCursor cursor = ScanCursor.INITIAL;
        while (!cursor.isFinished()) {
            var step = commands.scan(cursor, wanted);
            connection.flushCommands();
            var found = await(step);
            reader.accept(found.getKeys());
            cursor = found;
        }
    }

    @Override
    public void close() {
        if (connection.isOpen()) {
            connection.closeAsync();
        }
    }

    /// Where the connection closes meanwhile, Lettuce's own thread forgets the transaction that the next command is to
    /// be added to.
    private List<? extends CompletableFuture<?>> sendIn(RedisFuture<String> transaction, List<Change> changes)
            throws InterruptedException {
        try {
            return changes.stream().map(it -> send(it).toCompletableFuture()).toList();
        } catch (NullPointerException forgotten) {
            Answers.requireDone(transaction.toCompletableFuture());
            throw forgotten;
        }
    }

    private RedisFuture<?> send(Change change) {
        return switch (change) {
            case Change.PutHash(var key, var fields) -> commands.hset(key, fields);
            case Change.PutScore(var key, var member, var score) -> commands.zadd(key, score, member);
            case Change.DropScore(var key, var member) -> commands.zrem(key, member);
            case Change.Drop(var key) -> commands.unlink(key);
            case Change.Rename(var key, var to) -> commands.rename(key, to);
        };
    }

    private static <T> T await(RedisFuture<T> answer) throws InterruptedException {
        return Answers.await(answer.toCompletableFuture());
    }
}
