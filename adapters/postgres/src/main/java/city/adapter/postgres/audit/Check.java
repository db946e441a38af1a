package city.adapter.postgres.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;

/// Something that must hold between rows.
///
/// @param rule      in words, as a breach begins
/// @param offenders a query that gives one line of text for each row that breaks the rule
record Check(String rule, String offenders) {
    /// Who looks into a breach begins with the first; the count says how bad it is.
    private static final int NAMED = 3;

    private static final String FIRST = """
            SELECT offender, count(*) OVER ()
              FROM (%s) AS found (offender)
             ORDER BY offender
             LIMIT %d
            """;

    /// One line, or empty when the rule holds.
    Optional<String> breach(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(FIRST.formatted(offenders, NAMED))) {
            var named = new ArrayList<String>();
            long all = 0;
            while (rows.next()) {
                named.add(rows.getString(1));
                all = rows.getLong(2);
            }
            if (named.isEmpty()) {
                return Optional.empty();
            }
            var more = all > named.size() ? "; and %,d more".formatted(all - named.size()) : "";
            return Optional.of("%s: %s%s".formatted(rule, String.join("; ", named), more));
        }
    }
}
