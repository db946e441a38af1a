@NullMarked
package city.agents.application.minds;

import org.jspecify.annotations.NullMarked;
