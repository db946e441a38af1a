/// Draws up the living map: who is where within a viewport, as bytes that many sockets may share.
@NullMarked
package city.adapter.web.map;

import org.jspecify.annotations.NullMarked;
