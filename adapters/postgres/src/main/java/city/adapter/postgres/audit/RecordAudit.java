package city.adapter.postgres.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// All checks over a city that nobody runs. Each is one query that reads whole tables, so it costs the size of the city
/// and, for money, of its past.
public final class RecordAudit {
    private static final List<Check> CHECKS = Stream.of(
                    ReadChecks.ALL, LedgerChecks.ALL, ReferenceChecks.ALL, SocialChecks.ALL)
            .flatMap(List::stream)
            .toList();

    private RecordAudit() {}

    /// A line for each rule that does not hold, with the first few offenders.
    public static List<String> breaches(Connection connection) throws SQLException {
        var breaches = new ArrayList<String>();
        for (var check : CHECKS) {
            check.breach(connection).ifPresent(breaches::add);
        }
        return breaches;
    }
}
