/// What is kept of residents, and in how many bytes.
@NullMarked
package city.agents.domain.state;

import org.jspecify.annotations.NullMarked;
