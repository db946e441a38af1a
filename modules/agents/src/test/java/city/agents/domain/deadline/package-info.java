@NullMarked
package city.agents.domain.deadline;

import org.jspecify.annotations.NullMarked;
