/// Residents who all think with a model, under load.
@NullMarked
package city.app.bench.minds;

import org.jspecify.annotations.NullMarked;
