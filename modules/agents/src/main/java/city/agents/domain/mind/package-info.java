/// The routine mind: from what a resident senses to its next action, by rules alone. Read-only, so that it may run on
/// any thread.
@NullMarked
package city.agents.domain.mind;

import org.jspecify.annotations.NullMarked;
