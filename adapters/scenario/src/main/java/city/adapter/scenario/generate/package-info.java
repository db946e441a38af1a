/// Draws the map of districts from rules: how many people, how they live, and what there is one of for so many of them.
@NullMarked
package city.adapter.scenario.generate;

import org.jspecify.annotations.NullMarked;
