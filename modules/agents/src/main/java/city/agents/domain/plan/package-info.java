/// A resident's day as data: steps with times, places and reasons, made at getting up.
@NullMarked
package city.agents.domain.plan;

import org.jspecify.annotations.NullMarked;
