/// What the economy's readers need from a store: the past, which no snapshot holds.
@NullMarked
package city.economy.spi;

import org.jspecify.annotations.NullMarked;
