/// Where a resident can eat and buy: what the economy and the map say, arranged for a quick look.
@NullMarked
package city.agents.domain.market;

import org.jspecify.annotations.NullMarked;
