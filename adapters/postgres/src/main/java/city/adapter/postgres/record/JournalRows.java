package city.adapter.postgres.record;

import city.adapter.postgres.table.RowStream;
import city.world.spi.JournalEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rows of `world.journal`.
final class JournalRows {
    /// Entries that are read at once: payloads are short, but a genesis may hold a city of 100,000.
    static final int PAGE = 1_000;

    private static final String ADD = """
            COPY world.journal (ordinal, tick, actor, type, payload, chain) FROM STDIN (FORMAT binary)
            """;

    private static final String LIST = """
            SELECT ordinal, tick, actor, type, payload, chain
              FROM world.journal
             WHERE ordinal >= ? AND ordinal < ?
             ORDER BY ordinal
             LIMIT ?
            """;

    private static final String FIND_CHAIN = "SELECT chain FROM world.journal WHERE ordinal = ?";

    private JournalRows() {}

    static void add(Connection connection, List<JournalEntry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        try (var stream = RowStream.into(connection, ADD)) {
            for (var entry : entries) {
                stream.row(6);
                stream.add(entry.ordinal());
                stream.add(entry.tick());
                stream.add("journal.actor", entry.actor());
                stream.add("journal.type", entry.type());
                stream.add("journal.payload", entry.payload());
                stream.add("journal.chain", entry.chain());
            }
            stream.finish();
        }
    }

    static Optional<String> findChain(Connection connection, long ordinal) throws SQLException {
        try (var statement = connection.prepareStatement(FIND_CHAIN)) {
            statement.setLong(1, ordinal);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    /// At most {@link #PAGE} entries from the given ordinal until before the other.
    static List<JournalEntry> list(Connection connection, long fromOrdinal, long beforeOrdinal) throws SQLException {
        try (var statement = connection.prepareStatement(LIST)) {
            statement.setLong(1, fromOrdinal);
            statement.setLong(2, beforeOrdinal);
            statement.setInt(3, PAGE);
            try (var rows = statement.executeQuery()) {
                var entries = new ArrayList<JournalEntry>();
                while (rows.next()) {
                    entries.add(new JournalEntry(
                            rows.getLong("ordinal"),
                            rows.getLong("tick"),
                            rows.getString("actor"),
                            rows.getString("type"),
                            rows.getString("payload"),
                            rows.getString("chain")));
                }
                return entries;
            }
        }
    }
}
