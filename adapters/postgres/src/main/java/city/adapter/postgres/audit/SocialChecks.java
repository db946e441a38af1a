package city.adapter.postgres.audit;

import java.util.List;

/// Ties and conversations name what is there, and the columns for people say what the exact ones say.
final class SocialChecks {
    private static final Check TALKERS = new Check("social.talkers must be of residents that are there", """
            SELECT format('row %s has %s, the resident is %s', t.row, t.id, coalesce(p.id::text, 'missing'))
              FROM social.talkers t
              LEFT JOIN world.presence p ON p.row = t.row
             WHERE t.id IS DISTINCT FROM p.id
            """);

    private static final Check TIES = new Check("a tie must be of two residents, once", """
            SELECT format('row %s ties %s to %s, %s times', r.row, r.from_slot, r.to_slot, r.times)
              FROM (SELECT *, count(*) OVER (PARTITION BY from_slot, to_slot) AS times FROM social.relationships) r
             WHERE r.times > 1
                OR r.from_slot = r.to_slot
                OR NOT EXISTS (SELECT FROM social.talkers t WHERE t.row = r.from_slot)
                OR NOT EXISTS (SELECT FROM social.talkers t WHERE t.row = r.to_slot)
            """);

    private static final Check CHAINS = new Check("every tie must have one place in the chain of its resident", """
            SELECT format('row %s is named %s times', r.row, coalesce(n.times, 0))
              FROM social.relationships r
              LEFT JOIN (SELECT row, slot, count(*) OVER (PARTITION BY row) AS times
                           FROM (SELECT first_tie, row FROM social.talkers WHERE first_tie <> -1
                                 UNION ALL
                                 SELECT next_row, from_slot FROM social.relationships WHERE next_row <> -1)
                                AS links (row, slot)) n
                     ON n.row = r.row AND n.slot = r.from_slot
             WHERE n.times IS DISTINCT FROM 1
            """);

    private static final Check RANGES = new Check("a tie's values must be in their ranges", """
            SELECT format('row %s: familiarity %s, trust %s, affinity %s', row, familiarity, trust, affinity)
              FROM social.relationships
             WHERE familiarity NOT BETWEEN 0 AND 1000
                OR trust NOT BETWEEN -1000 AND 1000
                OR affinity NOT BETWEEN -1000 AND 1000
            """);

    private static final Check READ_COLUMNS = new Check("what people read of a tie must be what it is", """
            SELECT format('row %s is a %s of %s and %s for %s and %s', r.row, r.type, r.strength, r.sentiment,
                          v.strength, v.sentiment)
              FROM social.relationships r
             CROSS JOIN LATERAL (SELECT round((2 * r.familiarity + abs(r.trust) + abs(r.affinity)) / 4 / 1000.0, 2),
                                        round(r.affinity / 1000.0, 2),
                                        CASE WHEN r.bond >= 2 THEN 'family'
                                             WHEN r.affinity <= -200 AND r.familiarity >= 100 THEN 'rival'
                                             WHEN r.familiarity >= 600 AND least(r.affinity, r.trust) >= 350
                                             THEN 'close_friend'
                                             WHEN r.familiarity >= 300 AND r.affinity >= 120 THEN 'friend'
                                             WHEN r.bond = 1 THEN 'colleague'
                                             WHEN r.familiarity >= 60 THEN 'acquaintance'
                                             ELSE 'stranger' END) AS v (strength, sentiment, type)
              LEFT JOIN world.presence a ON a.row = r.from_slot
              LEFT JOIN world.presence b ON b.row = r.to_slot
             WHERE (r.agent1_id, r.agent2_id, r.type, r.strength, r.sentiment)
                   IS DISTINCT FROM (a.id, b.id, v.type, v.strength, v.sentiment)
                OR r.created_at IS NULL
                OR r.updated_at < r.created_at
            """);

    private static final Check SEATS = new Check("who talks must sit in a conversation, and it at a location", """
            SELECT format('slot %s sits in %s', t.row, t.conversation)
              FROM social.talkers t
             WHERE t.conversation <> -1
               AND NOT EXISTS (SELECT FROM social.conversations c WHERE c.row = t.conversation)
             UNION ALL
            SELECT format('conversation %s is at %s (row %s)', c.row, c.location_id, c.location)
              FROM social.conversations c
              LEFT JOIN world.locations l ON l.row = c.location
             WHERE c.location_id IS DISTINCT FROM l.id
            """);

    private static final Check INTERACTIONS =
            new Check("social.interactions must be the conversations of the event log", """
            SELECT format('sequence %s, %s messages: %s in the log', i.sequence, i.messages, coalesce(e.said, 0))
              FROM social.interactions i
              FULL JOIN (SELECT subject,
                                min(sequence) FILTER (WHERE type = 'social.interaction-started.v1') AS sequence,
                                count(*) FILTER (WHERE type = 'social.message-said.v1') AS said,
                                max(time) FILTER (WHERE type = 'social.interaction-ended.v1') AS ended
                           FROM world.events
                          WHERE type IN ('social.interaction-started.v1', 'social.message-said.v1',
                                         'social.interaction-ended.v1')
                          GROUP BY subject) e
                     ON e.subject = i.id
             WHERE i.sequence IS DISTINCT FROM e.sequence
                OR i.ended_at IS DISTINCT FROM e.ended
                OR (i.ended_at IS NOT NULL AND i.messages IS DISTINCT FROM e.said)
            """);

    static final List<Check> ALL = List.of(TALKERS, TIES, CHAINS, RANGES, READ_COLUMNS, SEATS, INTERACTIONS);

    private SocialChecks() {}
}
