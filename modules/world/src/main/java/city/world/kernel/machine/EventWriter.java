package city.world.kernel.machine;

import city.world.kernel.Event;
import city.world.kernel.EventType;
import city.world.kernel.EventType.Audience;
import city.world.kernel.access.LoggedEvent;
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

    private final Assembly state;
    private final Map<String, Integer> topicRows = new HashMap<>();
    private final Origin origin;
    private final Codec codec;
    private final Bus bus;
    private long nextSequence = 1;
    private List<LoggedEvent> written = new ArrayList<>();
    private List<Event> facts = new ArrayList<>();

    EventWriter(Assembly state, Origin origin, Codec codec, Bus bus) {
        this.state = state;
        this.origin = origin;
        this.codec = codec;
        this.bus = bus;
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
        for (int row = state.topics.next(0); row >= 0; row = state.topics.next(row + 1)) {
            topicRows.put(state.topicName.get(row), row);
        }
    }

    private long chain(String topic, long sequence) {
        int row = topicRows.computeIfAbsent(topic, name -> {
            int fresh = state.topics.add();
            state.topicName.set(fresh, name);
            return fresh;
        });
        long previous = state.topicLast.get(row);
        state.topicLast.set(row, sequence);
        return previous;
    }

    record Written(List<LoggedEvent> events, List<Event> facts) {}
}
