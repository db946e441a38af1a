/// The words of the command line, and where their settings come from.
@NullMarked
package city.app.cli;

import org.jspecify.annotations.NullMarked;
