package city.app.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What one benchmark measured.
///
/// @param sorted samples, ascending, in the unit
/// @param params what it was run with
public record Figures(String name, String unit, double[] sorted, Map<String, Object> params) {
    public static Figures of(String name, String unit, double[] samples, Map<String, Object> params) {
        var sorted = samples.clone();
        Arrays.sort(sorted);
        return new Figures(name, unit, sorted, params);
    }

    /// The sample below which the given part of all lie (nearest rank).
    public double quantile(double part) {
        return sorted[Math.clamp((int) Math.ceil(part * sorted.length) - 1, 0, sorted.length - 1)];
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "%-28s %-8s %6d %10.2f %10.2f %10.2f %10.2f %10.2f  %s",
                name,
                unit,
                sorted.length,
                sorted[0],
                quantile(0.5),
                quantile(0.95),
                quantile(0.99),
                sorted[sorted.length - 1],
                params);
    }

    static String header() {
        return String.format(
                Locale.ROOT,
                "%-28s %-8s %6s %10s %10s %10s %10s %10s  %s",
                "name",
                "unit",
                "n",
                "min",
                "median",
                "p95",
                "p99",
                "max",
                "params");
    }

    String json() {
        var listed = params.entrySet().stream()
                .map(it -> "\"%s\":\"%s\"".formatted(it.getKey(), it.getValue()))
                .sorted()
                .collect(Collectors.joining(",", "{", "}"));
        return String.format(
                Locale.ROOT,
                "{\"name\":\"%s\",\"unit\":\"%s\",\"n\":%d,\"min\":%f,\"median\":%f,\"p95\":%f,\"p99\":%f,\"max\":%f,\"params\":%s}",
                name,
                unit,
                sorted.length,
                sorted[0],
                quantile(0.5),
                quantile(0.95),
                quantile(0.99),
                sorted[sorted.length - 1],
                listed);
    }
}
