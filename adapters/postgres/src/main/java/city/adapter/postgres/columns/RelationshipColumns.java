package city.adapter.postgres.columns;

import city.world.kernel.state.Changes;
import city.world.kernel.state.LongColumn;
import city.world.spi.Commit;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The columns of `social.relationships` that people read: whose, of what kind, how strong. They follow the exact
/// columns of the same row, which are there when this is called; a row is written only where a rounded value differs.
public final class RelationshipColumns implements ReadColumns {
    private static final String REPLACE = """
            UPDATE social.relationships r
               SET id = v.id, agent1_id = v.agent1_id, agent2_id = v.agent2_id, type = v.type,
                   strength = v.strength, sentiment = v.sentiment,
                   created_at = CASE WHEN r.id IS DISTINCT FROM v.id THEN v.met ELSE r.created_at END,
                   updated_at = ?::timestamptz
              FROM (SELECT s.row, n.met, a.id AS agent1_id, b.id AS agent2_id,
                           (lpad(to_hex(s.from_slot), 8, '0') || '-0000-8000-8000-'
                            || lpad(to_hex(s.to_slot), 12, '0'))::uuid AS id,
                           CASE WHEN s.bond >= 2 THEN 'family'
                                WHEN s.affinity <= -200 AND s.familiarity >= 100 THEN 'rival'
                                WHEN s.familiarity >= 600 AND s.affinity >= 350 AND s.trust >= 350 THEN 'close_friend'
                                WHEN s.familiarity >= 300 AND s.affinity >= 120 THEN 'friend'
                                WHEN s.bond = 1 THEN 'colleague'
                                WHEN s.familiarity >= 60 THEN 'acquaintance'
                                ELSE 'stranger' END AS type,
                           round((2 * s.familiarity + abs(s.trust) + abs(s.affinity)) / 4 / 1000.0, 2) AS strength,
                           round(s.affinity / 1000.0, 2) AS sentiment
                      FROM unnest(?::integer[], ?::timestamptz[]) AS n(row, met)
                      JOIN social.relationships s ON s.row = n.row
                      JOIN social.talkers a ON a.row = s.from_slot
                      JOIN social.talkers b ON b.row = s.to_slot) AS v
             WHERE r.row = v.row
               AND (r.id, r.type, r.strength, r.sentiment)
                   IS DISTINCT FROM (v.id, v.type, v.strength, v.sentiment)
            """;

    @Override
    public void write(Connection connection, Commit commit) throws SQLException {
        var met = new TreeMap<Integer, Timestamp>();
        for (var changes : commit.changes()) {
            if (changes.table().name().equals("social.relationships")) {
                readMeetings(changes, commit, met);
            }
        }
        if (met.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(REPLACE)) {
            statement.setTimestamp(1, Timestamp.from(commit.time()));
            statement.setArray(
                    2, connection.createArrayOf("integer", met.keySet().toArray()));
            statement.setArray(
                    3, connection.createArrayOf("timestamptz", met.values().toArray()));
            statement.executeUpdate();
        }
    }

    /// A group may hold a command and the tick after it, so the commit's time is not that of every meeting: an event of
    /// the same tick has it. Of ties that are older it does not matter, for they keep theirs.
    private static void readMeetings(Changes changes, Commit commit, Map<Integer, Timestamp> met) {
        var times = new HashMap<Long, Timestamp>();
        commit.events().forEach(it -> times.put(it.tick(), Timestamp.from(it.time())));
        var now = Timestamp.from(commit.time());
        var metAt = changes.table().columns().stream()
                .filter(it -> it.name().equals("met_at"))
                .map(LongColumn.class::cast)
                .findFirst()
                .orElseThrow();
        IntStream.concat(IntStream.of(changes.inserted()), IntStream.of(changes.updated()))
                .forEach(row -> met.put(row, times.getOrDefault(metAt.get(row), now)));
    }
}
