/// Tests of rules by themselves.
@NullMarked
package city.agents.domain.plan;

import org.jspecify.annotations.NullMarked;
