/// Keeps what the city is now in a Redis that the operator runs, for other programs to read. Nothing in it is missed
/// when it is gone: it is made again from the city.
@NullMarked
package city.adapter.redis;

import org.jspecify.annotations.NullMarked;
