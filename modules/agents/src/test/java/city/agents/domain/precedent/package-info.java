/// What counts as the same kind of situation, and for how long.
@NullMarked
package city.agents.domain.precedent;

import org.jspecify.annotations.NullMarked;
