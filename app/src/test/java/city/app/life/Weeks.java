package city.app.life;

import city.agents.ResidentStatus;
import city.world.ResidentId;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Residents' weeks as vectors: what each does and where, at every full hour of the week.
final class Weeks {
    static final int HOURS = 7 * 24;
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private Weeks() {}

    /// Watches a week from the given Monday at midnight, to which the city is run first.
    static Map<ResidentId, List<String>> watch(Village city, LocalDateTime monday) {
        var weeks = new LinkedHashMap<ResidentId, List<String>>();
        for (int hour = 0; hour < HOURS; hour++) {
            city.runTo(monday.plusHours(hour));
            var snapshot = city.snapshot();
            for (var resident : city.residents()) {
                if (resident.status() != ResidentStatus.DEPARTED) {
                    var place = city.parts
                            .world()
                            .whereIs(snapshot, resident.id())
                            .flatMap(it -> city.parts.world().findLocation(snapshot, it.at()))
                            .map(it -> it.location().name())
                            .orElse("");
                    var doing = resident.activity().startsWith("on the way") ? "on the way" : resident.activity();
                    weeks.computeIfAbsent(resident.id(), _ -> new ArrayList<>()).add(doing + " @ " + place);
                }
            }
            city.forget();
        }
        return weeks;
    }

    /// In how many hours of the week two differ.
    static int distance(List<String> one, List<String> other) {
        int different = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            different += one.get(hour).equals(other.get(hour)) ? 0 : 1;
        }
        return different;
    }

    /// Two weeks side by side, a line an hour.
    static String sideBySide(String name, List<String> week, String otherName, List<String> otherWeek) {
        var text = new StringBuilder("%-10s %-45s %s%n".formatted("", name, otherName));
        for (int hour = 0; hour < HOURS; hour++) {
            text.append("%s %02d:00  %-45s %s%n"
                    .formatted(DAYS.get(hour / 24), hour % 24, week.get(hour), otherWeek.get(hour)));
        }
        return text.toString();
    }
}
