/// What a resident decided before in a situation of the same kind, so that no model need be asked again.
@NullMarked
package city.agents.domain.precedent;

import org.jspecify.annotations.NullMarked;
