package city.agents.application.minds;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Occasion;
import city.agents.Thought;
import city.agents.Thought.Answered;
import city.agents.Thought.Asked;
import city.agents.Thought.Tier;
import city.agents.testing.RememberedThoughts;
import city.world.ResidentId;
import city.world.kernel.CityClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DiaryTest {
    private static final CityClock CLOCK = new CityClock(Instant.parse("2030-01-01T06:00:00Z"), Duration.ofMinutes(5));
    private static final long DAY = 288;

    private final RememberedThoughts log = new RememberedThoughts();

    @Test
    void whatIsOlderThanThirtyDaysIsRemoved() {
        keep(Instant.now().plus(Duration.ofDays(2)), 10, 100 * DAY);
        assertThat(log.all()).extracting(Thought::tick).containsExactly(100 * DAY);

        keep(Instant.now().plus(Duration.ofDays(2)), 71 * DAY, 101 * DAY);
        assertThat(log.all()).extracting(Thought::tick).containsExactly(100 * DAY, 71 * DAY, 101 * DAY);
    }

    @Test
    void whatWasWrittenTodayIsKeptForTheBudgets() {
        keep(Instant.now(), 10, 100 * DAY);

        assertThat(log.all()).extracting(Thought::tick).containsExactly(10L, 100 * DAY);
    }

    @Test
    void thoughtsThatCannotBeKeptWhileItStopsAreCounted() {
        var diary = new Diary(
                new RememberedThoughts() {
                    @Override
                    public synchronized void append(List<Thought> thoughts) {
                        throw new IllegalStateException("the database is away");
                    }
                },
                Instant::now,
                CLOCK);
        diary.note(thought(1));
        diary.note(thought(2));
        diary.stop();

        diary.write();

        assertThat(diary.lost()).isEqualTo(2);
    }

    @Test
    void whatIsThoughtWithinAMomentIsWrittenTogether() throws InterruptedException {
        var batches = new ArrayList<Integer>();
        var diary = new Diary(
                new RememberedThoughts() {
                    @Override
                    public synchronized void append(List<Thought> thoughts) {
                        batches.add(thoughts.size());
                    }
                },
                Instant::now,
                CLOCK,
                Duration.ofMinutes(1));
        var writer = Thread.ofVirtual().start(diary::write);
        diary.note(thought(1));
        Thread.sleep(100);
        diary.note(thought(2));
        diary.stop();
        writer.join();

        assertThat(batches).containsExactly(2);
    }

    private void keep(Instant now, long... ticks) {
        var diary = new Diary(log, () -> now, CLOCK);
        for (long tick : ticks) {
            diary.note(thought(tick));
        }
        diary.stop();
        diary.write();
    }

    private static Thought thought(long tick) {
        return new Thought(
                new ResidentId(new UUID(1, 1)),
                tick,
                tick,
                CLOCK.at(tick),
                Occasion.MORNING,
                Tier.MODEL,
                Asked.NOTHING,
                Answered.NOTHING,
                Outcome.DECLINED,
                "no money left",
                0);
    }
}
