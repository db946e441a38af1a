/// What may be asked of a model.
@NullMarked
package city.agents.spi;

import org.jspecify.annotations.NullMarked;
