/// The server as a process, for tests of other packages to look at.
@NullMarked
package city.adapter.postgres.embedded.process;

import org.jspecify.annotations.NullMarked;
