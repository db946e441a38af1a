/// Tests of the Redis adapter.
@NullMarked
package city.adapter.redis.lettuce;

import org.jspecify.annotations.NullMarked;
