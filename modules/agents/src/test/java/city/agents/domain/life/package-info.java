/// What makes residents' weeks differ.
@NullMarked
package city.agents.domain.life;

import org.jspecify.annotations.NullMarked;
