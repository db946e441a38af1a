package city.adapter.postgres.record;

import city.world.kernel.state.Checksum;
import city.world.spi.Head;
import city.world.spi.Keyframe;
import city.world.spi.Keyframe.Cause;
import city.world.spi.Keyframes.Damaged;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The rows of `world.keyframes` and `world.keyframe_blocks`.
final class KeyframeRows {
    /// Blocks that are fetched at once: some megabytes.
    private static final int PAGE = 16;

    private static final String IS_THERE = """
            SELECT FROM world.keyframes
             WHERE commit = ?
            """;

    private static final String ADD_BLOCK = """
            INSERT INTO world.keyframe_blocks (commit, block, packed)
            VALUES (?, ?, ?)
            """;

    private static final String ADD = """
            INSERT INTO world.keyframes (commit, cause, blocks, undelivered_high, undelivered_low, rules_version,
                                         generation, owner, tick, next_sequence, next_ordinal, journal_tip,
                                         checksum_high, checksum_low, genesis_digest)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String LIST = """
            SELECT commit, cause, blocks, undelivered_high, undelivered_low, rules_version, generation, owner, tick,
                   next_sequence, next_ordinal, journal_tip, checksum_high, checksum_low, genesis_digest
              FROM world.keyframes
             ORDER BY commit
            """;

    private static final String BLOCKS = """
            SELECT block, packed
              FROM world.keyframe_blocks
             WHERE commit = ?
               AND block >= ?
             ORDER BY block
             LIMIT ?
            """;

    private static final String COUNT = """
            SELECT blocks
              FROM world.keyframes
             WHERE commit = ?
            """;

    private static final String REMOVE_DAILY = """
            DELETE FROM world.keyframes
             WHERE cause = 1
               AND tick < ?
            """;

    private KeyframeRows() {}

    /// Inside the caller's transaction.
    static void add(Connection connection, Keyframe.Draft draft) throws SQLException {
        var head = draft.keyframe().head();
        if (isThere(connection, head.commit())) {
            return;
        }
        int blocks = 0;
        try (var statement = connection.prepareStatement(ADD_BLOCK)) {
            for (var block : draft.blocks()) {
                statement.setLong(1, head.commit());
                statement.setInt(2, blocks++);
                statement.setBytes(3, Packed.pack(block));
                statement.executeUpdate();
            }
        }
        try (var statement = connection.prepareStatement(ADD)) {
            bind(statement, draft.keyframe(), blocks);
            statement.executeUpdate();
        }
    }

    static List<Keyframe> list(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(LIST);
                var rows = statement.executeQuery()) {
            var keyframes = new ArrayList<Keyframe>();
            while (rows.next()) {
                keyframes.add(keyframe(rows));
            }
            return keyframes;
        }
    }

    /// @throws Damaged when a block is missing or cannot be unpacked
    static void readBlocks(Connection connection, Keyframe keyframe, Consumer<byte[]> reader) throws SQLException {
        long commit = keyframe.head().commit();
        int blocks = count(connection, commit);
        int next = 0;
        while (next < blocks) {
            int read = readPage(connection, commit, next, reader);
            if (read == 0) {
                throw new Damaged("block %d of %d is missing".formatted(next, blocks));
            }
            next += read;
        }
    }

    static int removeDaily(Connection connection, long beforeTick) throws SQLException {
        try (var statement = connection.prepareStatement(REMOVE_DAILY)) {
            statement.setLong(1, beforeTick);
            return statement.executeUpdate();
        }
    }

    private static boolean isThere(Connection connection, long commit) throws SQLException {
        try (var statement = connection.prepareStatement(IS_THERE)) {
            statement.setLong(1, commit);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static int count(Connection connection, long commit) throws SQLException {
        try (var statement = connection.prepareStatement(COUNT)) {
            statement.setLong(1, commit);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new Damaged("it is not there");
                }
                return rows.getInt(1);
            }
        }
    }

    private static int readPage(Connection connection, long commit, int from, Consumer<byte[]> reader)
            throws SQLException {
        try (var statement = connection.prepareStatement(BLOCKS)) {
            statement.setLong(1, commit);
            statement.setInt(2, from);
            statement.setInt(3, PAGE);
            try (var rows = statement.executeQuery()) {
                int read = 0;
                while (rows.next()) {
                    int block = rows.getInt("block");
                    if (block != from + read) {
                        throw new Damaged("block %d is missing".formatted(from + read));
                    }
                    reader.accept(Packed.unpack(block, rows.getBytes("packed")));
                    read++;
                }
                return read;
            }
        }
    }

    private static void bind(PreparedStatement statement, Keyframe keyframe, int blocks) throws SQLException {
        var head = keyframe.head();
        int parameter = 1;
        statement.setLong(parameter++, head.commit());
        statement.setInt(parameter++, code(keyframe.cause()));
        statement.setInt(parameter++, blocks);
        statement.setLong(parameter++, keyframe.undelivered().high());
        statement.setLong(parameter++, keyframe.undelivered().low());
        statement.setInt(parameter++, head.rulesVersion());
        statement.setInt(parameter++, head.generation());
        statement.setLong(parameter++, head.owner());
        statement.setLong(parameter++, head.tick());
        statement.setLong(parameter++, head.nextSequence());
        statement.setLong(parameter++, head.nextOrdinal());
        statement.setString(parameter++, head.journalTip());
        statement.setLong(parameter++, head.checksum().high());
        statement.setLong(parameter++, head.checksum().low());
        statement.setString(parameter, head.genesisDigest());
    }

    private static Keyframe keyframe(ResultSet rows) throws SQLException {
        return new Keyframe(
                new Head(
                        rows.getInt("generation"),
                        rows.getLong("owner"),
                        rows.getLong("commit"),
                        rows.getLong("tick"),
                        rows.getLong("next_sequence"),
                        rows.getLong("next_ordinal"),
                        rows.getString("journal_tip"),
                        new Checksum(rows.getLong("checksum_high"), rows.getLong("checksum_low")),
                        rows.getString("genesis_digest"),
                        rows.getInt("rules_version")),
                cause(rows.getInt("cause")),
                new Checksum(rows.getLong("undelivered_high"), rows.getLong("undelivered_low")));
    }

    /// The codes are in the record, so they outlive the order of the constants.
    private static int code(Cause cause) {
        return switch (cause) {
            case RULES -> 0;
            case DAY -> 1;
        };
    }

    private static Cause cause(int code) throws SQLException {
        return switch (code) {
            case 0 -> Cause.RULES;
            case 1 -> Cause.DAY;
            default -> throw new SQLException("keyframes.cause must be 0 or 1: " + code, "XX001");
        };
    }
}
