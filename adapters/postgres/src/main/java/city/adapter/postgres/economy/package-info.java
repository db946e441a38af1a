/// The economy's past, read row by row and as lists.
@NullMarked
package city.adapter.postgres.economy;

import org.jspecify.annotations.NullMarked;
