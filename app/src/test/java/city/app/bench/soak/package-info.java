@NullMarked
package city.app.bench.soak;

import org.jspecify.annotations.NullMarked;
