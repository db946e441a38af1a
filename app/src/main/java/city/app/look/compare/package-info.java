/// Says where two cities part: in what was asked of them, in what happened, and in what is.
@NullMarked
package city.app.look.compare;

import org.jspecify.annotations.NullMarked;
