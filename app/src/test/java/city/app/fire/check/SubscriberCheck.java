package city.app.fire.check;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Follows an MQTT subscriber message by message, as its program should: what comes again is dropped by its id, a gap
/// is seen by `prev_seq` and filled from the log. In the end it must have had every event that is told at least once,
/// none that never happened, and each subject's in order.
public final class SubscriberCheck {
    private final Filler filler;
    private final long from;
    private final Map<Long, Logged> had = new HashMap<>();
    private final Map<String, Long> last = new HashMap<>();

    /// With what was filled in, by topic and subject: a gap is seen, and filled, under one topic only, when the other
    /// topics of the subject may be further.
    private final Map<String, Long> lastOfSubject = new HashMap<>();

    private final Map<String, Long> deliveredOfSubject = new HashMap<>();
    private final Set<String> breaches = new LinkedHashSet<>();
    private int duplicates;
    private int gaps;

    /// Gives the events of a topic after one sequence and up to another.
    public interface Filler {
        List<Logged> fill(String topic, long after, long until);
    }

    /// @param from everything after this sequence is to be heard
    public SubscriberCheck(long from, Filler filler) {
        this.from = from;
        this.filler = filler;
    }

    /// In the order of arrival.
    public void hear(List<Logged> messages) {
        messages.forEach(this::hear);
    }

    /// @param log   all of it
    /// @param until what came later need not have been heard
    /// @return all that broke
    public List<String> compare(List<Logged> log, long until) {
        var recorded = new HashMap<Long, Logged>();
        for (var event : log) {
            recorded.put(event.sequence(), event);
            boolean due = event.sequence() > from && event.sequence() <= until && event.isTold();
            if (due && !had.containsKey(event.sequence())) {
                breaches.add("subscriber: event %d (%s) was never heard".formatted(event.sequence(), event.type()));
            }
        }
        had.forEach((sequence, event) -> {
            if (!event.equals(recorded.get(sequence))) {
                breaches.add("subscriber: event %d was heard as %s and is recorded as %s"
                        .formatted(sequence, event, recorded.get(sequence)));
            }
        });
        return List.copyOf(breaches);
    }

    public int duplicates() {
        return duplicates;
    }

    /// How many gaps were filled from the log.
    public int gaps() {
        return gaps;
    }

    private void hear(Logged message) {
        if (message.sequence() <= from) {
            return;
        }
        if (message.equals(had.get(message.sequence()))) {
            duplicates++;
            return;
        }
        long before = Math.max(from, last.getOrDefault(message.topic(), 0L));
        if (message.previous() > before) {
            gaps++;
            filler.fill(message.topic(), before, message.previous()).stream()
                    .filter(Logged::isTold)
                    .forEach(this::take);
        }
        take(message);
        requireOrder(deliveredOfSubject, message.subject(), message);
    }

    private void take(Logged event) {
        var other = had.putIfAbsent(event.sequence(), event);
        if (other != null && !other.equals(event)) {
            breaches.add("subscriber: sequence %d was two events: %s and %s".formatted(event.sequence(), other, event));
        }
        last.merge(event.topic(), event.sequence(), Math::max);
        requireOrder(lastOfSubject, event.topic() + "/" + event.subject(), event);
    }

    private void requireOrder(Map<String, Long> lastOf, String key, Logged event) {
        long before = lastOf.getOrDefault(key, 0L);
        if (event.sequence() < before) {
            breaches.add("subscriber: of subject %s, event %d came after %d"
                    .formatted(event.subject(), event.sequence(), before));
        }
        lastOf.put(key, event.sequence());
    }
}
