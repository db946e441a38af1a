package city.app.fire.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/// The event log has no hole and no double, its ticks go forward only, and each topic's public events are chained.
public final class LogCheck {
    private LogCheck() {}

    /// @param log by sequence
    public static List<String> breaches(List<Logged> log) {
        var breaches = new ArrayList<String>();
        var ids = new HashSet<String>();
        var previous = new HashMap<String, Long>();
        long sequence = 0;
        long tick = 0;
        for (var event : log) {
            if (event.sequence() != ++sequence) {
                breaches.add("log: sequence %d is missing".formatted(sequence));
                sequence = event.sequence();
            }
            if (!ids.add(event.id())) {
                breaches.add("log: event %d repeats the id %s".formatted(sequence, event.id()));
            }
            if (event.tick() < tick) {
                breaches.add("log: event %d is of tick %d, after tick %d".formatted(sequence, event.tick(), tick));
            }
            tick = event.tick();
            if (event.isTold()) {
                long before = previous.getOrDefault(event.topic(), 0L);
                if (event.previous() != before) {
                    breaches.add("log: event %d names %d as the one before it under %s, which is %d"
                            .formatted(sequence, event.previous(), event.topic(), before));
                }
                previous.put(event.topic(), sequence);
            }
        }
        return breaches;
    }
}
