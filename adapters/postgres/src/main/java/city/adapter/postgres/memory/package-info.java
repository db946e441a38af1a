/// What residents remember: rows that a follower of the log writes, and readers ask for.
@NullMarked
package city.adapter.postgres.memory;

import org.jspecify.annotations.NullMarked;
