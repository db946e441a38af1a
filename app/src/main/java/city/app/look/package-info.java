/// Looks at a city that nobody runs: recounts what its record holds, and rebuilds it from its journal.
@NullMarked
package city.app.look;

import org.jspecify.annotations.NullMarked;
