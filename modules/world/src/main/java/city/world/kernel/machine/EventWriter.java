package city.world.kernel.machine;

import city.world.kernel.Event;
import city.world.kernel.EventType;
import city.world.kernel.EventType.Audience;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Table;
import city.world.kernel.state.TextColumn;
import city.world.spi.Codec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers facts, chains the public ones of each topic, and writes them down.
final class EventWriter {
    private static final ClassValue<EventType> TYPES = new ClassValue<>() {
        @Override
        protected EventType computeValue(Class<?> type) {
            var declared = type.getAnnotation(EventType.class);
            if (declared == null) {
                throw new IllegalArgumentException(type.getName() + " must have an @EventType");
            }
            return declared;
        }
    };

    private final Table topics = new Table("world", "topics");
    private final TextColumn topicName = topics.texts("name");
    private final LongColumn topicLast = topics.longs("last_sequence");

    private final Map<String, Integer> topicRows = new HashMap<>();
    private final Origin origin;
    private final Codec codec;
    private final Bus bus;
    private long nextSequence = 1;
    private List<LoggedEvent> written = new ArrayList<>();
    private List<Event> facts = new ArrayList<>();

    EventWriter(Origin origin, Codec codec, Bus bus) {
        this.origin = origin;
        this.codec = codec;
        this.bus = bus;
    }

    Table table() {
        return topics;
    }

    long nextSequence() {
        return nextSequence;
    }

    void append(Event event, long tick) {
        var type = TYPES.get(event.getClass());
        long sequence = nextSequence++;
        var time = origin.clock().at(tick);
        var id = Moment.id(Moment.Kind.EVENT.chance(origin, sequence), time.toEpochMilli(), 0);
        written.add(new LoggedEvent(
                sequence,
                id,
                tick,
                time,
                type.value(),
                type.topic(),
                type.audience(),
                event.subject(),
                type.audience() == Audience.PUBLIC ? chain(type.topic(), sequence) : 0,
                codec.write(event)));
        facts.add(event);
        bus.publish(event);
    }

    Written take() {
        var taken = new Written(written, facts);
        written = new ArrayList<>();
        facts = new ArrayList<>();
        return taken;
    }

    void resume(long sequence) {
        nextSequence = sequence;
        take();
        topicRows.clear();
        for (int row = topics.next(0); row >= 0; row = topics.next(row + 1)) {
            topicRows.put(topicName.get(row), row);
        }
    }

    private long chain(String topic, long sequence) {
        int row = topicRows.computeIfAbsent(topic, name -> {
            int fresh = topics.add();
            topicName.set(fresh, name);
            return fresh;
        });
        long previous = topicLast.get(row);
        topicLast.set(row, sequence);
        return previous;
    }

    record Written(List<LoggedEvent> events, List<Event> facts) {}
}
