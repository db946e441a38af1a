@NullMarked
package city.adapter.web.map;

import org.jspecify.annotations.NullMarked;
