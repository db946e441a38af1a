@NullMarked
package city.app.bench.child;

import org.jspecify.annotations.NullMarked;
