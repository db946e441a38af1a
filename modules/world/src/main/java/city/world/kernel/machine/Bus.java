package city.world.kernel.machine;

import city.world.kernel.Event;
import city.world.kernel.Participant.Subscription;
import city.world.kernel.Turn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Brings facts to the participants that subscribed to them: in the order of publication, then of participants. What
/// was published and not yet delivered is known from the log; only how far delivery has come is state.
final class Bus {
    /// Facts that one delivery may raise in turn, all together; more is taken for a loop.
    private static final int MAX_DELIVERIES = 10_000_000;

    private final Assembly state;
    private final Map<Class<?>, List<Subscription<?>>> ears = new HashMap<>();
    private final ArrayDeque<Event> waiting = new ArrayDeque<>();

    Bus(Assembly state) {
        this.state = state;
        for (var participant : state.participants()) {
            for (var subscription : participant.subscriptions()) {
                ears.computeIfAbsent(subscription.type(), type -> new ArrayList<>())
                        .add(subscription);
            }
        }
    }

    void publish(Event event) {
        if (ears.containsKey(event.getClass())) {
            waiting.add(event);
        }
    }

    void deliver(Turn turn, EventWriter events) {
        int deliveries = 0;
        for (var event = waiting.poll(); event != null; event = waiting.poll()) {
            if (deliveries++ == MAX_DELIVERIES) {
                throw new IllegalStateException("events raise each other without end, last " + event);
            }
            for (var ear : ears.getOrDefault(event.getClass(), List.of())) {
                ear.deliver(event, turn);
            }
        }
        state.delivered.set(0, events.nextSequence() - 1);
    }

    void found() {
        state.bus.add(0);
    }

    /// The last sequence that was delivered.
    long delivered() {
        return state.delivered.get(0);
    }

    void resume(List<Event> undelivered) {
        waiting.clear();
        undelivered.forEach(this::publish);
    }
}
