/// How each type is written: a record by its parts, a sealed type by the name of its case, an enum by its word.
@NullMarked
package city.adapter.codec.shape;

import org.jspecify.annotations.NullMarked;
