@NullMarked
package city.agents.domain.salience;

import org.jspecify.annotations.NullMarked;
