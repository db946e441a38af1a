@NullMarked
package city.adapter.postgres.table;

import org.jspecify.annotations.NullMarked;
