/// Tests of the Redis adapter.
@NullMarked
package city.adapter.redis.projection;

import org.jspecify.annotations.NullMarked;
