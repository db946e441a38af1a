/// A link between two processes that can be cut, delayed and stalled.
@NullMarked
package city.app.fire.link;

import org.jspecify.annotations.NullMarked;
