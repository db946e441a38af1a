package city.adapter.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;

/// Keeps the meters of libraries to Prometheus' conventions, which `promtool check metrics` looks at.
public final class Meters {
    /// Nanoseconds, where Prometheus has seconds; `process_cpu_usage` tells the same.
    private static final String NANOSECONDS = "process.cpu.time";

    private Meters() {}

    public static void tidy(MeterRegistry registry) {
        registry.config().meterFilter(new Conventions());
    }

    private static final class Conventions implements MeterFilter {
        @Override
        public MeterFilterReply accept(Meter.Id id) {
            return id.getName().equals(NANOSECONDS) ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
        }

        @Override
        public Meter.Id map(Meter.Id id) {
            // Only a histogram may end in `_count`.
            var named = id.getName().equals("system.cpu.count") ? id.withName("system.cpus") : id;
            return named.getDescription() == null ? described(named) : named;
        }

        private static Meter.Id described(Meter.Id id) {
            var words =
                    "Of %s; its library says no more.".formatted(id.getName().replace('.', ' '));
            return new Meter.Id(id.getName(), Tags.of(id.getTags()), id.getBaseUnit(), words, id.getType());
        }
    }
}
