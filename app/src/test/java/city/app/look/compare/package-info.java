/// Tests of what is said of two cities.
@NullMarked
package city.app.look.compare;

import org.jspecify.annotations.NullMarked;
