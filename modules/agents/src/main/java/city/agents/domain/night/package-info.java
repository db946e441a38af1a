/// What a model makes of a resident's days at night: insights that cite memories, opinions, and a plan, as it
/// wrote them and as the city can use them.
@NullMarked
package city.agents.domain.night;

import org.jspecify.annotations.NullMarked;
