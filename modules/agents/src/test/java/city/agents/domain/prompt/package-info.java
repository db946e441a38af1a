/// What a model is told, and what it is never told.
@NullMarked
package city.agents.domain.prompt;

import org.jspecify.annotations.NullMarked;
