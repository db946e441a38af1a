/// Modules that meet over a wire only.
@NullMarked
package city.app.wire;

import org.jspecify.annotations.NullMarked;
