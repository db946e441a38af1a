package city.app.fire.scene;

import city.app.fire.check.Logged;
import city.app.fire.check.SubscriberCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;

/// What faults did, as a table for people.
final class Strikes {
    private Strikes() {}

    /// Lets a check hear all messages.
    ///
    /// @return how many of them it had heard before, strike by strike
    static List<Integer> hear(SubscriberCheck check, List<Logged> heard, List<Strike> strikes) {
        var duplicates = new ArrayList<Integer>();
        int place = 0;
        for (var strike : strikes) {
            check.hear(heard.subList(place, strike.heardBefore()));
            int before = check.duplicates();
            check.hear(heard.subList(strike.heardBefore(), strike.heardAfter()));
            duplicates.add(check.duplicates() - before);
            place = strike.heardAfter();
        }
        check.hear(heard.subList(place, heard.size()));
        return duplicates;
    }

    /// @param duplicates of the subscriber, strike by strike
    static String table(List<Strike> strikes, List<Integer> duplicates) {
        var rows = new LinkedHashMap<String, List<Integer>>();
        for (int i = 0; i < strikes.size(); i++) {
            rows.computeIfAbsent(strikes.get(i).fault(), _ -> new ArrayList<>()).add(i);
        }
        var text = new StringBuilder("%n%-24s %5s  %-17s  %-17s  %-17s  %10s%n"
                .formatted("fault", "times", "noticed s", "ticking s", "drained s", "duplicates"));
        rows.forEach((fault, places) -> {
            var noticed = places.stream()
                    .flatMap(it -> strikes.get(it).noticed().stream())
                    .toList();
            var ticking = places.stream().map(it -> strikes.get(it).ticking()).toList();
            var drained = places.stream().map(it -> strikes.get(it).drained()).toList();
            int twice = places.stream().mapToInt(duplicates::get).sum();
            text.append("%-24s %5d  %-17s  %-17s  %-17s  %10d%n"
                    .formatted(fault, places.size(), spread(noticed), spread(ticking), spread(drained), twice));
        });
        return text.toString();
    }

    /// Nearest rank.
    static Duration percentile(List<Duration> times, int percent) {
        var sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1));
    }

    /// Median and maximum.
    private static String spread(List<Duration> times) {
        return times.isEmpty()
                ? "-"
                : "%.2f (max %.2f)".formatted(seconds(percentile(times, 50)), seconds(percentile(times, 100)));
    }

    static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
