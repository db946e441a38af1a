package city.adapter.postgres.audit;

import java.util.List;

/// The columns of `agents.agents` that are only for people say what the exact state says.
final class ReadChecks {
    private static final Check LOCATION = new Check("agents.agents.location_id must be where the resident is", """
            SELECT format('%s (row %s) has %s, is at %s',
                          a.name, a.row, coalesce(a.location_id::text, 'none'), coalesce(l.id::text, 'none'))
              FROM agents.agents a
              LEFT JOIN world.presence p ON p.row = a.row
              LEFT JOIN world.locations l
                     ON l.row = CASE WHEN p.location >= 0 THEN p.location ELSE p.origin END
             WHERE a.location_id IS DISTINCT FROM l.id
            """);

    private static final Check BALANCE = new Check("agents.agents.balance must be the account's", """
            SELECT format('%s (row %s) has %s, the account %s',
                          a.name, a.row, a.balance, coalesce(round(c.balance / 100.0, 2)::text, 'is missing'))
              FROM agents.agents a
              LEFT JOIN economy.accounts c ON c.slot = a.row
             WHERE a.balance IS DISTINCT FROM c.balance / 100.0
            """);

    private static final Check STATUS = new Check("agents.agents.status must be status_code in words", """
            SELECT format('%s (row %s) has %s for %s', a.name, a.row, a.status, a.status_code)
              FROM agents.agents a
              LEFT JOIN (VALUES (0, 'active'), (1, 'sleeping'), (2, 'paused'), (3, 'departed')) AS s (code, name)
                     ON s.code = a.status_code
             WHERE a.status IS DISTINCT FROM s.name
            """);

    private static final Check TIMES = new Check("agents.agents.created_at must be the time of spawned_at", """
            SELECT format('%s (row %s) has %s', a.name, a.row, coalesce(a.created_at::text, 'none'))
              FROM agents.agents a
              LEFT JOIN world.events e
                     ON e.subject = a.id
                    AND e.type = 'agents.spawned.v1'
                    AND e.tick = a.spawned_at
             WHERE a.created_at IS DISTINCT FROM e.time
                OR a.updated_at IS NULL
                OR a.updated_at < a.created_at
            """);

    static final List<Check> ALL = List.of(LOCATION, BALANCE, STATUS, TIMES);

    private ReadChecks() {}
}
