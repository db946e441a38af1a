/// The adapter against servers that answer, fail and hang on real sockets.
@NullMarked
package city.adapter.llm;

import org.jspecify.annotations.NullMarked;
