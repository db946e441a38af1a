/// What is counted, and under which labels.
@NullMarked
package city.adapter.metrics;

import org.jspecify.annotations.NullMarked;
