/// A real server on a city made by hand.
@NullMarked
package city.adapter.web;

import org.jspecify.annotations.NullMarked;
