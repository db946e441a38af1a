/// Fakes and fixtures that the kernel's tests share with other modules: a record in memory, a codec for a handful of
/// records, a tiny participant.
@NullMarked
package city.world.kernel.testing;

import org.jspecify.annotations.NullMarked;
