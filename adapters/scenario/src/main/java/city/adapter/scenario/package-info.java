/// Reads scenario files, and says file, line and reason when one cannot be a city.
@NullMarked
package city.adapter.scenario;

import org.jspecify.annotations.NullMarked;
