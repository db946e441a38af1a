@NullMarked
package city.memory.domain;

import org.jspecify.annotations.NullMarked;
