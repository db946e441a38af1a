/// The declared state of residents, column-wise by slot. Mutable because it is the city's hot state; the city thread
/// alone writes it.
@NullMarked
package city.agents.domain.state;

import org.jspecify.annotations.NullMarked;
