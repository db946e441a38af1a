/// The migrations of each schema.
@NullMarked
package city.adapter.postgres.schema;

import org.jspecify.annotations.NullMarked;
