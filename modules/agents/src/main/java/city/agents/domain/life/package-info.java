/// What makes residents' weeks differ: values, kin, ways, illness, and goals that take days.
@NullMarked
package city.agents.domain.life;

import org.jspecify.annotations.NullMarked;
