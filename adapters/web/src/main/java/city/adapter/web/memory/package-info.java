/// What residents remember, over HTTP.
@NullMarked
package city.adapter.web.memory;

import org.jspecify.annotations.NullMarked;
