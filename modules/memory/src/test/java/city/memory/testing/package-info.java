/// What every index of memories must do, a reference that does it, and memories to try with.
@NullMarked
package city.memory.testing;

import org.jspecify.annotations.NullMarked;
