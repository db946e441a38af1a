package city.adapter.postgres.record;

import city.world.kernel.state.Checksum;
import city.world.spi.CityRecord.RecordTaken;
import city.world.spi.Head;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// The one row of `world.head`.
final class HeadRow {
    private static final String FIND = """
            SELECT generation, owner, commit, tick, next_sequence, next_ordinal, journal_tip,
                   checksum_high, checksum_low, genesis_digest, rules_version
              FROM world.head
            """;

    private static final String FIND_LOCKED = FIND + " FOR UPDATE";

    private static final String RAISE_OWNER = """
            UPDATE world.head
               SET owner = owner + 1, recorded_at = now()
            RETURNING generation, owner, commit, tick, next_sequence, next_ordinal, journal_tip,
                      checksum_high, checksum_low, genesis_digest, rules_version
            """;

    private static final String ADD = """
            INSERT INTO world.head (generation, owner, commit, tick, next_sequence, next_ordinal, journal_tip,
                                    checksum_high, checksum_low, genesis_digest, rules_version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    private static final String REPLACE = """
            UPDATE world.head
               SET generation = ?, owner = ?, commit = ?, tick = ?, next_sequence = ?, next_ordinal = ?,
                   journal_tip = ?, checksum_high = ?, checksum_low = ?, genesis_digest = ?, rules_version = ?,
                   recorded_at = now()
             WHERE generation = ? AND owner = ? AND commit = ? AND tick = ? AND next_sequence = ? AND next_ordinal = ?
               AND journal_tip = ? AND checksum_high = ? AND checksum_low = ? AND genesis_digest = ?
               AND rules_version = ?
            """;

    private HeadRow() {}

    static Optional<Head> find(Connection connection) throws SQLException {
        return read(connection, FIND);
    }

    /// Waits for whoever is about to write it.
    static Optional<Head> findLocked(Connection connection) throws SQLException {
        return read(connection, FIND_LOCKED);
    }

    static Optional<Head> raiseOwner(Connection connection) throws SQLException {
        return read(connection, RAISE_OWNER);
    }

    /// Writes the head when the one that stands there is the given one, whole.
    ///
    /// @throws RecordTaken when it is another
    static void replace(Connection connection, Optional<Head> before, Head after) throws SQLException {
        try (var statement = connection.prepareStatement(before.isPresent() ? REPLACE : ADD)) {
            int next = bind(statement, 1, after);
            if (before.isPresent()) {
                bind(statement, next, before.get());
            }
            if (statement.executeUpdate() != 1) {
                throw taken(find(connection), before);
            }
        }
    }

    static RecordTaken taken(Optional<Head> found, Optional<Head> expected) {
        return new RecordTaken("somebody else wrote the record: it has %s, this process last wrote %s"
                .formatted(describe(found), describe(expected)));
    }

    private static String describe(Optional<Head> head) {
        return head.map(it -> "commit %d of owner %d at tick %d".formatted(it.commit(), it.owner(), it.tick()))
                .orElse("no city");
    }

    private static Optional<Head> read(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(head(rows)) : Optional.empty();
        }
    }

    private static Head head(ResultSet rows) throws SQLException {
        return new Head(
                rows.getInt("generation"),
                rows.getLong("owner"),
                rows.getLong("commit"),
                rows.getLong("tick"),
                rows.getLong("next_sequence"),
                rows.getLong("next_ordinal"),
                rows.getString("journal_tip"),
                new Checksum(rows.getLong("checksum_high"), rows.getLong("checksum_low")),
                rows.getString("genesis_digest"),
                rows.getInt("rules_version"));
    }

    private static int bind(PreparedStatement statement, int from, Head head) throws SQLException {
        int parameter = from;
        statement.setInt(parameter++, head.generation());
        statement.setLong(parameter++, head.owner());
        statement.setLong(parameter++, head.commit());
        statement.setLong(parameter++, head.tick());
        statement.setLong(parameter++, head.nextSequence());
        statement.setLong(parameter++, head.nextOrdinal());
        statement.setString(parameter++, head.journalTip());
        statement.setLong(parameter++, head.checksum().high());
        statement.setLong(parameter++, head.checksum().low());
        statement.setString(parameter++, head.genesisDigest());
        statement.setInt(parameter++, head.rulesVersion());
        return parameter;
    }
}
