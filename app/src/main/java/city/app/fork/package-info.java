/// A second city out of the past of a first.
@NullMarked
package city.app.fork;

import org.jspecify.annotations.NullMarked;
