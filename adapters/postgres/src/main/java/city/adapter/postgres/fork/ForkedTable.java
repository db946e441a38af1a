package city.adapter.postgres.fork;

import city.memory.MemoryFollower;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What of a table that is no declared state goes into a second city: which rows, and in which columns they say
/// something else there.
///
/// @param name   with its schema
/// @param source a table or a query in parentheses: what of the first city it is made from
/// @param other  by column, an SQL expression over the source's row `t`
/// @param rows   an SQL condition over `t`
record ForkedTable(String name, String source, Map<String, String> other, String rows) {
    /// Answers are to callers of the first city; the head and how tables are declared come with the first commit.
    static final Set<String> LEFT_OUT = Set.of("world.answers", "world.head", "world.declared");

    /// Who tells others begins at the end of what was copied; who remembers goes on where it was.
    private static final String CURSOR =
            "CASE WHEN t.follower = '%2$s' THEN least(t.sequence, %1$d) ELSE %1$d END::bigint";

    private static final String ENDED_LATER = """
            EXISTS (SELECT FROM world.events e
                     WHERE e.subject = t.id
                       AND e.type = 'social.interaction-ended.v1'
                       AND e.sequence > %d)
            """;

    private static final String BEGAN_WITH = """
            (SELECT array_agg(m.id::uuid ORDER BY m.place)
               FROM world.events e
              CROSS JOIN jsonb_array_elements_text(e.data::jsonb -> 'members') WITH ORDINALITY AS m (id, place)
              WHERE e.sequence = t.sequence)
            """;

    /// How questions to models ended after the cut: as the journal has it, and where the first city is a fork itself
    /// also what it has of its own first and has not come to.
    private static final String ENDED_AFTER_THE_CUT = """
            (SELECT DISTINCT ON (agent_id, tick) *
               FROM (SELECT h.*, j.tick AS given_tick, j.ordinal, j.type, j.payload, h.tick <= %d AS shared, 1 AS source
                       FROM world.journal j
                       JOIN agents.thoughts h
                         ON h.agent_id = (j.payload::jsonb ->> 'resident')::uuid
                        AND h.question = (j.payload::jsonb ->> 'question')::bigint
                        AND h.tier <> 'EXTERNAL'
                      WHERE j.type IN ('agents.mind-replied.v1', 'agents.mind-gave-up.v1')
                        AND j.ordinal >= %d
                      UNION ALL
                     SELECT r.*, 2
                       FROM agents.earlier_replies r
                      WHERE r.given_tick >= (SELECT tick FROM world.head)) t
              ORDER BY agent_id, tick, source)
            """;

    /// Budgets count from when a thought was written down, and what the first city paid is none of the second's.
    private static final String PAID_FOR_BY_THE_FIRST = "to_timestamp(0)";

    ForkedTable(String name, Map<String, String> other, String rows) {
        this(name, name, other, rows);
    }

    /// In an order that holds when each is written by itself.
    static List<ForkedTable> all(Cut cut) {
        var keyframes = "t.tick <= %d AND t.next_ordinal <= %d AND t.rules_version <= %d"
                .formatted(cut.tick(), cut.nextOrdinal(), cut.rulesVersion());
        return List.of(
                rows("world.journal", "t.ordinal < %d".formatted(cut.nextOrdinal())),
                rows("world.events", "t.sequence <= %d".formatted(cut.copied())),
                rows("world.keyframes", keyframes),
                rows(
                        "world.keyframe_blocks",
                        "t.commit IN (SELECT t.commit FROM world.keyframes t WHERE %s)".formatted(keyframes)),
                new ForkedTable(
                        "world.horizons", Map.of("sequence", "least(t.sequence, %d)".formatted(cut.copied())), "true"),
                new ForkedTable(
                        "world.cursors",
                        Map.of("sequence", CURSOR.formatted(cut.lastSequence(), MemoryFollower.NAME)),
                        "true"),
                rows("economy.transactions", "t.sequence <= %d".formatted(cut.copied())),
                interactions(cut),
                memories(cut),
                new ForkedTable(
                        "memory.rested",
                        Map.of("sequence", "least(t.sequence, %d)".formatted(cut.lastSequence())),
                        "true"),
                new ForkedTable(
                        "agents.thoughts",
                        Map.of("recorded_at", PAID_FOR_BY_THE_FIRST),
                        "t.tick <= %d".formatted(cut.tick())),
                new ForkedTable(
                        "agents.earlier_replies",
                        ENDED_AFTER_THE_CUT.formatted(cut.tick(), cut.nextOrdinal()),
                        Map.of(),
                        "true"));
    }

    /// What was merged or forgotten since stays so: the record has only what is remembered now.
    private static ForkedTable memories(Cut cut) {
        var accessed = Map.of("accessed_tick", "least(t.accessed_tick, %d)".formatted(cut.tick()));
        return new ForkedTable("memory.memories", accessed, "t.tick <= %d".formatted(cut.tick()));
    }

    private static ForkedTable rows(String name, String condition) {
        return new ForkedTable(name, Map.of(), condition);
    }

    /// One that ended later goes on, with those with whom it began: all who took part are known at its end only.
    private static ForkedTable interactions(Cut cut) {
        var later = ENDED_LATER.formatted(cut.copied());
        var members = "CASE WHEN %s THEN %s ELSE t.members END".formatted(later, BEGAN_WITH);
        var other = new HashMap<String, String>();
        other.put("members", members);
        for (var column : List.of("ended_at", "messages", "outcome", "ending")) {
            other.put(column, "CASE WHEN %s THEN NULL ELSE t.%s END".formatted(later, column));
        }
        return new ForkedTable("social.interactions", other, "t.sequence <= %d".formatted(cut.copied()));
    }
}
