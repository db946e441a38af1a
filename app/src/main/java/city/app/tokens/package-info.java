/// The tokens by which programs outside of the city speak for residents.
@NullMarked
package city.app.tokens;

import org.jspecify.annotations.NullMarked;
