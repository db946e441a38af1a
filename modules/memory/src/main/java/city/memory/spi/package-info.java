/// What memory needs from outside: somebody who turns words into vectors, and somebody who finds the nearest of them.
@NullMarked
package city.memory.spi;

import org.jspecify.annotations.NullMarked;
