/// How everybody who is not on the city thread reaches the city: submit commands, read snapshots, follow the log, set
/// the pace.
@NullMarked
package city.world.kernel.access;

import org.jspecify.annotations.NullMarked;
