/// Tests of the Redis adapter.
@NullMarked
package city.adapter.redis;

import org.jspecify.annotations.NullMarked;
