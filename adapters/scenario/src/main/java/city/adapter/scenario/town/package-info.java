/// Writes the scenario of a town of any size.
@NullMarked
package city.adapter.scenario.town;

import org.jspecify.annotations.NullMarked;
