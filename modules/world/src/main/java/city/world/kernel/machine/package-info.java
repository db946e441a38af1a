/// The deterministic core: what a journal means. No thread, no clock but the city's, no record; live running and replay
/// drive the same machine.
@NullMarked
package city.world.kernel.machine;

import org.jspecify.annotations.NullMarked;
