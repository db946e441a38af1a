/// Which models think for residents and what they may cost, as the operator's file says it.
@NullMarked
package city.app.minds;

import org.jspecify.annotations.NullMarked;
