package city.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.postgres.embedded.PostgresForTests;
import city.adapter.postgres.embedded.TestDatabase;
import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Occasion;
import city.agents.Thought;
import city.agents.Thought.Answered;
import city.agents.Thought.Asked;
import city.agents.Thought.Tier;
import city.agents.spi.ThoughtLog;
import city.agents.testing.ThoughtLogContract;
import city.world.ResidentId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The contract on a real server, and what only a real server minds.
class ThoughtLogTest extends ThoughtLogContract {
    private TestDatabase database;
    private PostgresAdapter adapter;

    @BeforeEach
    void open() {
        database = PostgresForTests.freshDatabase();
        adapter = PostgresAdapter.open(
                Adapters.settings(database.jdbcUrl(), database, "city, process 1 on host test"), List.of());
    }

    @AfterEach
    void drop() {
        adapter.close();
        database.close();
    }

    @Override
    protected ThoughtLog log() {
        return adapter.thoughts();
    }

    @Test
    void whatAModelWroteMayHoldAnything() {
        var ann = new ResidentId(new UUID(1, 1));
        var answered = new Answered("a", "b", "nul \0 and '; DROP TABLE agents.thoughts; --", "", "", 1, 1, 1, 1, 1);

        log().append(List.of(new Thought(
                ann,
                1,
                1,
                Instant.EPOCH,
                Occasion.MORNING,
                Tier.MODEL,
                Asked.NOTHING,
                answered,
                Outcome.UNUSABLE,
                "no JSON",
                5)));

        assertThat(log().of(ann, ThoughtLog.Position.END, 1)
                        .getFirst()
                        .answered()
                        .reply())
                .isEqualTo("nul   and '; DROP TABLE agents.thoughts; --");
    }
}
