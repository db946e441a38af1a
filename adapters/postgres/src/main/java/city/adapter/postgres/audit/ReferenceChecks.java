package city.adapter.postgres.audit;

import java.util.List;

/// What one table says of another is there. A row number of -1 names nothing.
final class ReferenceChecks {
    private static final Check RESIDENTS =
            new Check("agents.agents, world.presence and accounts must be the same", """
            SELECT format('row %s is %s, %s, %s',
                          coalesce(a.row, p.row, c.slot),
                          coalesce('agent ' || a.id, 'no agent'),
                          coalesce('presence ' || p.id, 'no presence'),
                          coalesce('account ' || c.id, 'no account'))
              FROM agents.agents a
              FULL JOIN world.presence p ON p.row = a.row
              FULL JOIN (SELECT slot, id FROM economy.accounts WHERE slot <> -1) c ON c.slot = coalesce(a.row, p.row)
             WHERE a.id IS DISTINCT FROM p.id
                OR a.id IS DISTINCT FROM c.id
            """);

    private static final Check ACCOUNT_OWNERS = new Check("an account must have its one owner", """
            SELECT format('account %s (row %s) of kind %s: slot %s, firm %s, %s of the slot',
                          c.id, c.row, c.kind, c.slot, c.firm, c.of_slot)
              FROM (SELECT *, count(*) FILTER (WHERE slot <> -1) OVER (PARTITION BY slot) AS of_slot
                      FROM economy.accounts) c
             WHERE (c.kind = 3) <> (c.slot <> -1)
                OR (c.kind = 2) <> (c.firm <> -1)
                OR c.of_slot > 1
            """);

    private static final Check FIRM_ACCOUNTS = new Check("a firm and its account must name each other", """
            SELECT format('firm %s has account %s, account %s has firm %s', f.row, f.account, c.row, c.firm)
              FROM economy.firms f
              FULL JOIN (SELECT row, id, firm FROM economy.accounts WHERE firm <> -1) c ON c.firm = f.row
             WHERE f.account IS DISTINCT FROM c.row
                OR f.id IS DISTINCT FROM c.id
            """);

    private static final Check FIRM_OWNERS = new Check("a firm's owner must have an account", """
            SELECT format('firm %s (row %s) names %s', f.name, f.row, f.owner_account)
              FROM economy.firms f
             WHERE NOT EXISTS (SELECT FROM economy.accounts c WHERE c.id = f.owner_account)
            """);

    private static final Check LOCATIONS = new Check("a row of world.locations must be there", """
            SELECT format('%s row %s names %s', n.source, n.row, n.location)
              FROM (SELECT 'agents.agents', row, home FROM agents.agents
                    UNION ALL
                    SELECT 'agents.minds target', row, target FROM agents.minds
                    UNION ALL
                    SELECT 'agents.minds avoided', row, avoided FROM agents.minds
                    UNION ALL
                    SELECT 'economy.firms', row, location FROM economy.firms
                    UNION ALL
                    SELECT 'world.locations parent', row, parent FROM world.locations
                    UNION ALL
                    SELECT 'world.presence location', row, location FROM world.presence
                    UNION ALL
                    SELECT 'world.presence origin', row, origin FROM world.presence
                    UNION ALL
                    SELECT 'world.presence destination', row, destination FROM world.presence)
                   AS n (source, row, location)
             WHERE n.location <> -1
               AND NOT EXISTS (SELECT FROM world.locations l WHERE l.row = n.location)
            """);

    private static final Check LOCATION_IDS = new Check("a location's row and id must be of the same location", """
            SELECT format('%s row %s names row %s and id %s', n.source, n.row, n.location, n.id)
              FROM (SELECT 'agents.agents', row, home, home_id FROM agents.agents
                    UNION ALL
                    SELECT 'economy.firms', row, location, location_id FROM economy.firms)
                   AS n (source, row, location, id)
              LEFT JOIN world.locations l ON l.row = n.location
             WHERE n.id <> coalesce(l.id, '00000000-0000-0000-0000-000000000000')
            """);

    private static final Check PLACES = new Check("a location must lie in a neighborhood and it in a district", """
            SELECT format('world.locations row %s names %s', l.row, l.neighborhood)
              FROM world.locations l
             WHERE NOT EXISTS (SELECT FROM world.neighborhoods n WHERE n.row = l.neighborhood)
             UNION ALL
            SELECT format('world.neighborhoods row %s names %s', n.row, n.district)
              FROM world.neighborhoods n
             WHERE NOT EXISTS (SELECT FROM world.districts d WHERE d.row = n.district)
            """);

    private static final Check SLOTS = new Check("a resident's row must be there", """
            SELECT format('%s row %s names %s', n.source, n.row, n.slot)
              FROM (SELECT 'agents.minds', row, row FROM agents.minds
                    UNION ALL
                    SELECT 'agents.plans', row, row FROM agents.plans
                    UNION ALL
                    SELECT 'agents.lives', row, row FROM agents.lives
                    UNION ALL
                    SELECT 'economy.employment', row, row FROM economy.employment
                    UNION ALL
                    SELECT 'economy.arrears', row, slot FROM economy.arrears
                    UNION ALL
                    SELECT 'economy.pantry', p.row, p.row / g.count
                      FROM economy.pantry p
                     CROSS JOIN (SELECT greatest(count(*), 1)::integer AS count FROM economy.goods) g)
                   AS n (source, row, slot)
             WHERE NOT EXISTS (SELECT FROM agents.agents a WHERE a.row = n.slot)
            """);

    private static final Check MINDS = new Check("a resident must have a mind, a plan and a life", """
            SELECT format('%s (row %s)', a.name, a.row)
              FROM agents.agents a
             WHERE NOT EXISTS (SELECT FROM agents.minds m WHERE m.row = a.row)
                OR NOT EXISTS (SELECT FROM agents.plans p WHERE p.row = a.row)
                OR NOT EXISTS (SELECT FROM agents.lives l WHERE l.row = a.row)
            """);

    private static final Check JOBS = new Check("a job must be there and be taken by those who have it", """
            SELECT format('job %s: %s taken, %s residents have it', coalesce(j.row, e.job), j.taken, e.count)
              FROM economy.jobs j
              FULL JOIN (SELECT job, count(*) FROM economy.employment WHERE job <> -1 GROUP BY job) e ON e.job = j.row
             WHERE j.taken IS DISTINCT FROM coalesce(e.count, 0)
            """);

    private static final Check FIRMS = new Check("a row of economy.firms must be there", """
            SELECT format('%s row %s names %s', n.source, n.row, n.firm)
              FROM (SELECT 'economy.products', row, firm FROM economy.products
                    UNION ALL
                    SELECT 'economy.jobs', row, firm FROM economy.jobs
                    UNION ALL
                    SELECT 'economy.arrears', row, firm FROM economy.arrears
                    UNION ALL
                    SELECT 'economy.input_stocks', s.row, s.row / g.count
                      FROM economy.input_stocks s
                     CROSS JOIN (SELECT greatest(count(*), 1)::integer AS count FROM economy.goods) g)
                   AS n (source, row, firm)
             WHERE NOT EXISTS (SELECT FROM economy.firms f WHERE f.row = n.firm)
            """);

    private static final Check RECIPES = new Check("products and inputs must be of goods that are there", """
            SELECT format('economy.products row %s names good %s', p.row, p.good)
              FROM economy.products p
             WHERE NOT EXISTS (SELECT FROM economy.goods g WHERE g.row = p.good)
             UNION ALL
            SELECT format('economy.inputs row %s names product %s and good %s', i.row, i.product, i.good)
              FROM economy.inputs i
             WHERE NOT EXISTS (SELECT FROM economy.products p WHERE p.row = i.product)
                OR NOT EXISTS (SELECT FROM economy.goods g WHERE g.row = i.good)
            """);

    private static final Check MEMORIES = new Check("a memory must be of somebody who lives or lived here", """
            SELECT format('memory %s names %s', m.id, m.agent_id)
              FROM memory.memories m
             WHERE NOT EXISTS (SELECT FROM agents.agents a WHERE a.id = m.agent_id)
            """);

    static final List<Check> ALL = List.of(
            RESIDENTS,
            ACCOUNT_OWNERS,
            FIRM_ACCOUNTS,
            FIRM_OWNERS,
            LOCATIONS,
            LOCATION_IDS,
            PLACES,
            SLOTS,
            MINDS,
            JOBS,
            FIRMS,
            RECIPES,
            MEMORIES);

    private ReferenceChecks() {}
}
