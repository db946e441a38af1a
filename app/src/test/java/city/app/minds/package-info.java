@NullMarked
package city.app.minds;

import org.jspecify.annotations.NullMarked;
