/// Puts the city together: chooses adapters, wires the modules, reads the command line.
@NullMarked
package city.app;

import org.jspecify.annotations.NullMarked;
