/// Follows the city's log and keeps projections of its state in a store.
@NullMarked
package city.adapter.redis.projection;

import org.jspecify.annotations.NullMarked;
