/// What minds outside of the city were asked and said, in `agents.thoughts`.
@NullMarked
package city.adapter.postgres.thoughts;

import org.jspecify.annotations.NullMarked;
