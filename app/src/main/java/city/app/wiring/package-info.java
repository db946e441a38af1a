/// Puts the city together: which modules, which adapters, which record, in which order they start and stop.
@NullMarked
package city.app.wiring;

import org.jspecify.annotations.NullMarked;
