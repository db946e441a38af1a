@NullMarked
package city.adapter.vectors;

import org.jspecify.annotations.NullMarked;
