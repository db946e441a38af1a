/// The page at `/`: the living map, its clock and what people do, served from the JAR's resources.
@NullMarked
package city.adapter.web.page;

import org.jspecify.annotations.NullMarked;
