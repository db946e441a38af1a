package city.world.kernel.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.world.kernel.EventType.Audience;
import city.world.kernel.access.EventFeed.Filter;
import city.world.kernel.access.LoggedEvent;
import city.world.spi.EventLog;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class UndeliveredTest {
    @Test
    void allEventsAfterTheLastThatWasDeliveredAreRead() {
        assertThat(Undelivered.read(log(1, 2, 3, 4, 5), 2, 5))
                .extracting(LoggedEvent::sequence)
                .containsExactly(3L, 4L, 5L);
    }

    @Test
    void aHoleIsToldWhereverItIs() {
        assertThatThrownBy(() -> Undelivered.read(log(1, 2, 4, 5), 2, 5)).hasMessageContaining("after sequence 2");
        assertThatThrownBy(() -> Undelivered.read(log(1, 2, 3, 5), 2, 5)).hasMessageContaining("after sequence 3");
        assertThatThrownBy(() -> Undelivered.read(log(1, 2, 3, 4), 2, 5)).hasMessageContaining("after sequence 4");
    }

    private static EventLog log(long... sequences) {
        return new EventLog() {
            @Override
            public List<LoggedEvent> read(long afterSequence, long toSequence, Filter filter, int limit) {
                return LongStream.of(sequences)
                        .filter(it -> it > afterSequence && it <= toSequence)
                        .limit(limit)
                        .mapToObj(UndeliveredTest::event)
                        .toList();
            }

            @Override
            public long horizon(Filter filter) {
                return 0;
            }

            @Override
            public int removeTelemetry(long beforeTick, int limit) {
                return 0;
            }
        };
    }

    private static LoggedEvent event(long sequence) {
        var id = new UUID(0, sequence);
        return new LoggedEvent(
                sequence, id, 1, Instant.EPOCH, "small.counted.v1", "world", Audience.INTERNAL, id, 0, "{}");
    }
}
