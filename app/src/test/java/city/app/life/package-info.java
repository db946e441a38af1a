/// The built-in village, watched: what its people do, and why.
@NullMarked
package city.app.life;

import org.jspecify.annotations.NullMarked;
