/// The world's state and rules: places, the sky, and who is where.
///
/// State is mutable, column-wise and declared in tables of schema `world`; it belongs to the city thread, and only
/// reading verbs may run elsewhere while nothing is written. What the tables do not hold (crowds, wheels, maps from
/// ids) is an index that `rebuild` makes anew.
@NullMarked
package city.world.domain;

import org.jspecify.annotations.NullMarked;
