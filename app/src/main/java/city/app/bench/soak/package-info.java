/// The soak: a large city with many who listen, watched from outside for an hour or more. What must stay as it is,
/// a tick's cost, the heap, the dead rows, is read once a day of the city and compared.
@NullMarked
package city.app.bench.soak;

import org.jspecify.annotations.NullMarked;
