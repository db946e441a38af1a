/// What followers read when memory no longer has it: the event log and how far each of them has come.
@NullMarked
package city.adapter.postgres.log;

import org.jspecify.annotations.NullMarked;
