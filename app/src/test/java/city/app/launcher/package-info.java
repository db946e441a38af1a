/// The launcher, from a source tree of its own.
@NullMarked
package city.app.launcher;

import org.jspecify.annotations.NullMarked;
