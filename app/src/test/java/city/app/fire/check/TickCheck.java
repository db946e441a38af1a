package city.app.fire.check;

import java.util.ArrayList;
import java.util.List;

/// The tick as one observer sees it, over every restart: it never goes backwards. Safe from any thread, but the
/// observer must not ask twice at once.
public final class TickCheck {
    private final String observer;
    private final List<String> breaches = new ArrayList<>();
    private long last = -1;

    public TickCheck(String observer) {
        this.observer = observer;
    }

    public synchronized void saw(long tick) {
        if (tick < last) {
            breaches.add("tick: %s saw %d after %d".formatted(observer, tick, last));
        }
        last = tick;
    }

    public synchronized long last() {
        return last;
    }

    public synchronized List<String> breaches() {
        return List.copyOf(breaches);
    }
}
