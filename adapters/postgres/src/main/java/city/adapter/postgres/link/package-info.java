/// Connections: the one that writes under the record's lock and mends itself, and the few that read.
@NullMarked
package city.adapter.postgres.link;

import org.jspecify.annotations.NullMarked;
