package city.adapter.postgres.record;

import city.adapter.postgres.columns.ReadColumns;
import city.adapter.postgres.log.EventRows;
import city.adapter.postgres.table.StoredTable;
import city.world.kernel.state.Table;
import city.world.spi.Commit;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Writes a commit: head first, whose row everybody who writes must have, then journal, events, answers, every
/// changed table and what stands beside it. The number of statements follows the number of changed tables, never
/// that of rows.
final class CommitRows {
    private final Map<Table, StoredTable> tables = new IdentityHashMap<>();
    private final List<ReadColumns> readColumns;

    CommitRows(List<Table> tables, List<ReadColumns> readColumns) {
        tables.forEach(table -> this.tables.put(table, new StoredTable(table)));
        this.readColumns = readColumns;
    }

    /// Also of a table that is declared as an older program did.
    StoredTable forReading(Table table) {
        return tables.containsKey(table) ? of(table) : new StoredTable(table);
    }

    StoredTable of(Table table) {
        var stored = tables.get(table);
        if (stored == null) {
            throw new IllegalArgumentException("%s was not declared to the record".formatted(table.name()));
        }
        return stored;
    }

    /// Leaves the transaction open.
    void write(Connection connection, Commit commit) throws SQLException {
        HeadRow.replace(connection, commit.before(), commit.after());
        JournalRows.add(connection, commit.journal());
        EventRows.add(connection, commit.events());
        AnswerRows.add(connection, commit.answers());
        for (var changes : commit.changes()) {
            of(changes.table()).write(connection, changes);
        }
        for (var columns : readColumns) {
            columns.write(connection, commit);
        }
        ShapeRows.replace(connection, commit.shapes());
        if (commit.keyframe().isPresent()) {
            KeyframeRows.add(connection, commit.keyframe().get());
        }
    }
}
