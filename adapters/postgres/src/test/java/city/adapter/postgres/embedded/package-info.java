/// Tests of the embedded server, and [PostgresForTests], the server that all tests share.
@NullMarked
package city.adapter.postgres.embedded;

import org.jspecify.annotations.NullMarked;
