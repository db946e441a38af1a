/// Reads what callers send: bodies, parameters, keys; and hands commands to the city.
@NullMarked
package city.adapter.web.input;

import org.jspecify.annotations.NullMarked;
