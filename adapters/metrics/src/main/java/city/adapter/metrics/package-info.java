/// Counts and times what the city does, for Prometheus.
@NullMarked
package city.adapter.metrics;

import org.jspecify.annotations.NullMarked;
