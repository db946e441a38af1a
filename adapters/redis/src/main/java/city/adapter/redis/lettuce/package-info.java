/// The store of the projections, by Lettuce.
@NullMarked
package city.adapter.redis.lettuce;

import org.jspecify.annotations.NullMarked;
