@NullMarked
package city.app.bench.load;

import org.jspecify.annotations.NullMarked;
