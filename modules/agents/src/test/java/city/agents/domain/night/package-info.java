/// What becomes of a model's answers at night.
@NullMarked
package city.agents.domain.night;

import org.jspecify.annotations.NullMarked;
