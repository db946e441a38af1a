package city.app.fork;

import city.adapter.postgres.PostgresAdapter;
import city.app.Failure;
import city.app.wiring.DataFolder;
import city.app.wiring.Database;
import city.world.kernel.state.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A city in the making, which nobody can take for one: its database is made in a folder inside of the data folder and
/// moved to its place when all is in it. Closed before that, it leaves nothing behind. A process that was killed leaves
/// the inner folder, which the next one sweeps away.
///
/// One thread makes it; {@link #close} by any.
final class NewCity implements AutoCloseable {
    private static final String UNFINISHED = "fork.unfinished";

    /// What a killed process leaves of itself, and no more.
    private static final Set<String> LEFTOVERS = Set.of(UNFINISHED, "lock");

    private final Path place;
    private final boolean wasThere;
    private final DataFolder folder;
    private @Nullable DataFolder inner;
    private @Nullable Database database;
    private @Nullable PostgresAdapter record;
    private boolean closed;
    private volatile boolean brokenOff;

    private NewCity(Path place, boolean wasThere, DataFolder folder) {
        this.place = place;
        this.wasThere = wasThere;
        this.folder = folder;
    }

    /// @throws Failure when there is something already
    static void requireEmpty(Path place) {
        if (Files.exists(place) && !Files.isDirectory(place)) {
            throw Failure.wrongUsage("--into %s is a file; name a folder that is new or empty".formatted(place));
        }
        for (var name : namesIn(place)) {
            if (!LEFTOVERS.contains(name)) {
                throw Failure.wrongUsage(
                        "--into %s is not empty, it has %s; name a folder that is new or empty".formatted(place, name));
            }
        }
    }

    /// Takes the folder and makes it where it is missing.
    ///
    /// @throws Failure when there is something already, or it cannot be used
    static NewCity in(Path place) {
        requireEmpty(place);
        boolean wasThere = Files.exists(place);
        return new NewCity(place, wasThere, DataFolder.take(place));
    }

    /// Starts its database, which is empty but for its tables.
    ///
    /// @throws Failure when it cannot be started, or was closed meanwhile
    synchronized PostgresAdapter open(List<Table> tables) {
        requireOpen();
        sweep();
        var unfinished = DataFolder.take(place.resolve(UNFINISHED));
        inner = unfinished;
        var server = Database.start(unfinished, Database.own());
        database = server;
        var opened = server.open(tables);
        record = opened;
        return opened;
    }

    /// Makes it a city: from here on it stays.
    ///
    /// @throws Failure when it cannot be moved to its place, or was closed meanwhile
    synchronized void finish() {
        requireOpen();
        closeRecord();
        if (inner != null) {
            Database.move(inner, folder);
            inner.close();
            delete(place.resolve(UNFINISHED));
            inner = null;
        }
        closed = true;
        folder.close();
    }

    /// Waits for what is just being started. Nothing of an unfinished one is left.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        closeRecord();
        if (inner != null) {
            inner.close();
            inner = null;
            sweep();
        }
        folder.close();
        delete(folder.resolve("lock"));
        if (!wasThere) {
            delete(place);
        }
    }

    /// Closes it while another thread makes it.
    void breakOff() {
        brokenOff = true;
        close();
    }

    boolean isBrokenOff() {
        return brokenOff;
    }

    static Failure brokenOff() {
        return Failure.couldNotStart("the fork was broken off; nothing of it is left");
    }

    private void requireOpen() {
        if (closed) {
            throw brokenOff();
        }
    }

    /// The server's last act is to write all to disk.
    private void closeRecord() {
        if (record != null) {
            record.close();
            record = null;
        }
        if (database != null) {
            database.close();
            database = null;
        }
    }

    private void sweep() {
        var unfinished = place.resolve(UNFINISHED);
        if (Files.exists(unfinished)) {
            try (var left = DataFolder.take(unfinished)) {
                Database.discard(left);
            }
            delete(unfinished);
        }
    }

    /// A file, or a folder with files.
    private static void delete(Path path) {
        try {
            for (var name : namesIn(path)) {
                Files.delete(path.resolve(name));
            }
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> namesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.map(it -> it.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw Failure.couldNotStart("--into %s cannot be read (%s)".formatted(folder, e));
        }
    }
}
