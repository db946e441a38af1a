/// What lifts an occasion to decide above its kind: money at stake, and a first time.
@NullMarked
package city.agents.domain.salience;

import org.jspecify.annotations.NullMarked;
