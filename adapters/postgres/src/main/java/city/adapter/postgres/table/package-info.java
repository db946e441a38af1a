/// Declared tables as SQL tables: their check, their changes written set-based, their rows read back.
@NullMarked
package city.adapter.postgres.table;

import org.jspecify.annotations.NullMarked;
