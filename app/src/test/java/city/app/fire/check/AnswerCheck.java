package city.app.fire.check;

import city.app.fire.crowd.Order;
import city.app.fire.process.Caller.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What was acknowledged is so for ever, once: a repeat gets the first answer again, an order that was done stands in
/// the journal of money just once, one that was refused not at all. What was never acknowledged may have been done, but
/// not twice.
public final class AnswerCheck {
    private static final int DONE = 201;

    private AnswerCheck() {}

    /// @param again what the city says now under each key
    /// @param made  how often each order's transfer is recorded, by its key
    public static List<String> breaches(List<Order> orders, Map<String, Said> again, Map<String, Long> made) {
        var breaches = new ArrayList<String>();
        for (var order : orders) {
            long times = made.getOrDefault(order.key(), 0L);
            if (times > 1) {
                breaches.add("answers: %s was done %d times".formatted(order.key(), times));
            }
            order.answer().ifPresent(first -> {
                if (first.status() == DONE && times == 0) {
                    breaches.add("answers: %s was acknowledged and is lost".formatted(order.key()));
                }
                if (first.status() != DONE && times > 0) {
                    breaches.add("answers: %s was refused and is done".formatted(order.key()));
                }
                if (!first.equals(again.get(order.key()))) {
                    breaches.add("answers: %s was answered %s and is now %s"
                            .formatted(order.key(), first, again.get(order.key())));
                }
            });
        }
        return breaches;
    }
}
