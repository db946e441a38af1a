/// The other arm of the fire tests: a city that is wired wrongly, which they must catch.
@NullMarked
package city.app.fire.control;

import org.jspecify.annotations.NullMarked;
