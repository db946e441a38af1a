/// Parties as data, and what a resident was told of them.
@NullMarked
package city.agents.domain.party;

import org.jspecify.annotations.NullMarked;
