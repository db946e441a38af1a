@NullMarked
package city.memory;

import org.jspecify.annotations.NullMarked;
