/// The words of the command line.
@NullMarked
package city.app.cli;

import org.jspecify.annotations.NullMarked;
