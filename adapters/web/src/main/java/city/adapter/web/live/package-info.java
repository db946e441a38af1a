/// The WebSocket `/ws`: the log as it grows, the clock, names, and the living map, over one connection.
@NullMarked
package city.adapter.web.live;

import org.jspecify.annotations.NullMarked;
