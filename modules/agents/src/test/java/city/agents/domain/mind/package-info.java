@NullMarked
package city.agents.domain.mind;

import org.jspecify.annotations.NullMarked;
