/// What this module asks of the record beyond its own state.
@NullMarked
package city.social.spi;

import org.jspecify.annotations.NullMarked;
