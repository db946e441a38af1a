@NullMarked
package city.adapter.postgres.record;

import org.jspecify.annotations.NullMarked;
