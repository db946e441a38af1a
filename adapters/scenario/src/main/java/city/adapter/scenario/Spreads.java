package city.adapter.scenario;

import city.adapter.scenario.Population.Spread;
import city.adapter.scenario.text.Section;
import java.util.Optional;

/// Reads spreads of whole numbers: one number, `{min: 20, max: 60}`, or `{mean: 60, spread: 20}`, where the middle is
/// most likely.
final class Spreads {
    private Spreads() {}

    /// What a file may have looks like is asked before whether it has it, so that the schema sees each form of it.
    static Optional<Spread> find(Section section, String key, int max) {
        return section.isMap(key) || section.has(key) ? Optional.of(read(section, key, max)) : Optional.empty();
    }

    private static Spread read(Section section, String key, int max) {
        if (!section.isMap(key)) {
            int all = section.number(key, 0, max);
            return new Spread(all, all, false);
        }
        var range = section.section(key).orElseThrow();
        var spread = range.has("mean")
                ? around(range.number("mean", 0, max), range.number("spread", 0, max))
                : ordered(range, range.number("min", 0, max), range.number("max", 0, max));
        range.end();
        return spread;
    }

    private static Spread around(int mean, int spread) {
        return new Spread(mean - spread, mean + spread, true);
    }

    static Spread ordered(Section range, int min, int max) {
        if (max < min) {
            range.faults().add(range.place("max"), "must be at least min");
            return new Spread(min, min, false);
        }
        return new Spread(min, max, false);
    }
}
