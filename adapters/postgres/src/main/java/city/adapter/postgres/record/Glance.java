package city.adapter.postgres.record;

import city.adapter.postgres.link.Claim;
import city.world.spi.Head;
import city.world.spi.JournalEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// What stands in a database at a glance: nothing is migrated, checked or taken, so it may hold no city, one of another
/// release, or one that runs.
///
/// @param serverVersion such as `18.6`
/// @param head          empty when there is no city
/// @param genesis       the journal's first entry
/// @param holder        who runs the city
public record Glance(
        String serverVersion, Optional<Head> head, Optional<JournalEntry> genesis, Optional<Claim.Holder> holder) {
    private static final String IS_THERE = """
            SELECT to_regclass('world.head') IS NOT NULL AND to_regclass('world.journal') IS NOT NULL
            """;

    public static Glance at(Connection connection) throws SQLException {
        var version = connection.getMetaData().getDatabaseProductVersion();
        var holder = Claim.findHolder(connection);
        if (!isThere(connection)) {
            return new Glance(version, Optional.empty(), Optional.empty(), holder);
        }
        var genesis = JournalRows.list(connection, 0, 1).stream().findFirst();
        return new Glance(version, HeadRow.find(connection), genesis, holder);
    }

    private static boolean isThere(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(IS_THERE);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getBoolean(1);
        }
    }
}
