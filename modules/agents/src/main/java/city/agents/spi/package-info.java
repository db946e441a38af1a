/// What residents need from outside of the city: a language model that thinks for them, and who may speak for them.
@NullMarked
package city.agents.spi;

import org.jspecify.annotations.NullMarked;
