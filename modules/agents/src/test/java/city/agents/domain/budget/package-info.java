/// That no budget is ever exceeded.
@NullMarked
package city.agents.domain.budget;

import org.jspecify.annotations.NullMarked;
