/// Tokens from their issue to their end.
@NullMarked
package city.app.tokens;

import org.jspecify.annotations.NullMarked;
