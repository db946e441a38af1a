/// What the kernel needs from outside: a record that keeps it, a codec that writes it down, a probe that watches it.
@NullMarked
package city.world.spi;

import org.jspecify.annotations.NullMarked;
