/// The WebSockets: `/ws` tells the log as it grows, the clock, names and the living map, and `/ws/agents/{id}` asks the
/// program that speaks for a resident.
@NullMarked
package city.adapter.web.live;

import org.jspecify.annotations.NullMarked;
