/// The city's world: its clock, places, weather and who is where, on a kernel that applies every change in one order.
@NullMarked
package city.world;

import org.jspecify.annotations.NullMarked;
