/// How memory is put together.
@NullMarked
package city.memory.application;

import org.jspecify.annotations.NullMarked;
