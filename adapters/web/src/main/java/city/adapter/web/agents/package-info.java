/// Residents over HTTP.
@NullMarked
package city.adapter.web.agents;

import org.jspecify.annotations.NullMarked;
