/// Holidays, what comes round, what befalls the city, and what goes on now: declared state and its rules.
@NullMarked
package city.world.domain.almanac;

import org.jspecify.annotations.NullMarked;
