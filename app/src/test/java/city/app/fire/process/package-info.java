/// The packed city and the servers that it stands on, each a process of its own that may be stopped, killed or paused.
@NullMarked
package city.app.fire.process;

import org.jspecify.annotations.NullMarked;
