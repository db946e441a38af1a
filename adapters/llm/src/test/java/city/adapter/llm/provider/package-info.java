/// What replies mean, without a socket.
@NullMarked
package city.adapter.llm.provider;

import org.jspecify.annotations.NullMarked;
