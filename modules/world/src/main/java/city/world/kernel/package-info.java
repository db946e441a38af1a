/// The kernel's public face: commands in, events out, ticks between, and the participants that give them meaning.
///
/// It knows nothing of places, money or residents. One thread, the city thread, owns all state; everybody else submits
/// commands, reads published snapshots and follows the event log.
@NullMarked
package city.world.kernel;

import org.jspecify.annotations.NullMarked;
