/// Tests of rules by themselves.
@NullMarked
package city.agents.domain.body;

import org.jspecify.annotations.NullMarked;
