/// The server as a process: how it is started, told to end, found again, listened to, and when it is ready.
@NullMarked
package city.adapter.postgres.embedded.process;

import org.jspecify.annotations.NullMarked;
