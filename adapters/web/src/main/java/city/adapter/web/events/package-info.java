/// The log over HTTP: pages of it, and the stream that follows it.
@NullMarked
package city.adapter.web.events;

import org.jspecify.annotations.NullMarked;
