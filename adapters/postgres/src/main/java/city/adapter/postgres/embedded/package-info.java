/// An embedded PostgreSQL: the real server, durable, run as this program's own child process on a folder of its own.
/// It is what the city uses when no other database is configured.
@NullMarked
package city.adapter.postgres.embedded;

import org.jspecify.annotations.NullMarked;
