/// Keeps the city's record in PostgreSQL, the embedded one or one that the operator runs.
@NullMarked
package city.adapter.postgres;

import org.jspecify.annotations.NullMarked;
