/// What a body needs, as values that move with city time and are computed when they are read.
@NullMarked
package city.agents.domain.body;

import org.jspecify.annotations.NullMarked;
