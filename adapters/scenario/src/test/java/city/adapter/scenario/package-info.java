/// Tests of scenarios.
@NullMarked
package city.adapter.scenario;

import org.jspecify.annotations.NullMarked;
