package city.app.fire.check;

import java.util.ArrayList;
import java.util.List;

/// A client of the event stream that comes again with `Last-Event-ID` hears every event once, in order.
public final class StreamCheck {
    private StreamCheck() {}

    /// @param heard in the order of arrival
    /// @param log   all of it, by sequence
    /// @param from  what came up to it is not to be heard
    /// @param until nor what came later
    public static List<String> breaches(List<Logged> heard, List<Logged> log, long from, long until) {
        var breaches = new ArrayList<String>();
        long sequence = from;
        for (var event : heard) {
            if (event.sequence() != ++sequence) {
                breaches.add("stream: event %d came where %d was next".formatted(event.sequence(), sequence));
                sequence = event.sequence();
            }
            int place = (int) sequence - 1;
            if (place >= log.size() || !log.get(place).equals(event)) {
                breaches.add("stream: event %d was heard as %s, which is not in the log".formatted(sequence, event));
            }
        }
        if (sequence < until) {
            breaches.add("stream: it ended at event %d of %d".formatted(sequence, until));
        }
        return breaches;
    }
}
