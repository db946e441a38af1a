package city.adapter.postgres.audit;

import java.util.List;

/// The transfers that people read are those that happened, and add up to what accounts hold.
final class LedgerChecks {
    private static final Check EVENTS = new Check("economy.transactions must be the transfers of the event log", """
            SELECT format('sequence %s is %s',
                          coalesce(t.sequence, e.sequence),
                          CASE WHEN t.sequence IS NULL THEN 'only in the log'
                               WHEN e.sequence IS NULL THEN 'only in the table'
                               ELSE 'another there' END)
              FROM economy.transactions t
              FULL JOIN (SELECT sequence, tick, time, data::jsonb AS data
                           FROM world.events
                          WHERE type = 'economy.money-transferred.v1') e
                     ON e.sequence = t.sequence
             WHERE (t.id::text, t.sender_id::text, t.receiver_id::text, t.amount, t.type, t.metadata ->> 'memo',
                    t.created_at, t.tick)
                   IS DISTINCT FROM
                   (e.data ->> 'transfer', e.data ->> 'from', e.data ->> 'to', (e.data ->> 'amount')::numeric,
                    lower(e.data ->> 'kind'), e.data ->> 'memo', e.time, e.tick)
            """);

    private static final Check BALANCES = new Check("an account must hold what its transactions add up to", """
            SELECT format('account %s (row %s) holds %s, its transactions are %s',
                          coalesce(c.id, s.id), coalesce(c.row::text, 'none'), round(c.balance / 100.0, 2),
                          coalesce(s.sum, 0))
              FROM economy.accounts c
              FULL JOIN (SELECT id, sum(amount) AS sum
                           FROM (SELECT receiver_id, amount FROM economy.transactions
                                 UNION ALL
                                 SELECT sender_id, -amount FROM economy.transactions) AS p (id, amount)
                          GROUP BY id) s
                     ON s.id = c.id
             WHERE c.balance / 100.0 IS DISTINCT FROM coalesce(s.sum, 0)
            """);

    static final List<Check> ALL = List.of(EVENTS, BALANCES);

    private LedgerChecks() {}
}
