/// The arithmetic of the benchmarks: what is computed from what was measured.
@NullMarked
package city.app.bench;

import org.jspecify.annotations.NullMarked;
