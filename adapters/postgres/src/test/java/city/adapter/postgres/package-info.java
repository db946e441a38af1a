/// Tests of the record against a real server, with a made-up module's tables.
@NullMarked
package city.adapter.postgres;

import org.jspecify.annotations.NullMarked;
