package city.adapter.postgres.log;

import city.adapter.postgres.link.Readers;
import city.world.spi.Cursors;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Followers' cursors in `world.cursors`. Every failure is a {@link city.adapter.postgres.link.ReadFailed}.
public final class PostgresCursors implements Cursors {
    private static final String FIND = """
            SELECT sequence
              FROM world.cursors
             WHERE follower = ?
            """;

    private static final String REPLACE = """
            INSERT INTO world.cursors (follower, sequence)
            VALUES (?, ?)
            ON CONFLICT (follower) DO UPDATE SET sequence = excluded.sequence, recorded_at = now()
            """;

    private final Readers readers;
    private final Set<String> followers = ConcurrentHashMap.newKeySet();

    public PostgresCursors(Readers readers) {
        this.readers = readers;
    }

    @Override
    public void follow(String follower) {
        followers.add(follower);
    }

    /// Who follows in this process.
    Set<String> followers() {
        return Set.copyOf(followers);
    }

    @Override
    public long find(String follower) {
        return readers.call("reading the cursor of " + follower, connection -> {
            try (var statement = connection.prepareStatement(FIND)) {
                statement.setString(1, follower);
                try (var rows = statement.executeQuery()) {
                    return rows.next() ? rows.getLong(1) : 0L;
                }
            }
        });
    }

    @Override
    public void replace(String follower, long sequence) {
        readers.call("saving the cursor of " + follower, connection -> {
            try (var statement = connection.prepareStatement(REPLACE)) {
                statement.setString(1, follower);
                statement.setLong(2, sequence);
                return statement.executeUpdate();
            }
        });
    }
}
