@NullMarked
package city.agents.domain.talk;

import org.jspecify.annotations.NullMarked;
