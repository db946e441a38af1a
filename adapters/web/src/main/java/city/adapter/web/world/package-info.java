/// The world over HTTP: clock, places, weather.
@NullMarked
package city.adapter.web.world;

import org.jspecify.annotations.NullMarked;
