/// Recounts in SQL what no key of the schema promises, because none crosses a schema: references, and the columns that
/// stand beside the state.
@NullMarked
package city.adapter.postgres.audit;

import org.jspecify.annotations.NullMarked;
