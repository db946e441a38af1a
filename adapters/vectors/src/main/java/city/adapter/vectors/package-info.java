/// Exact search among a resident's own memories, in the process and in one mapped file that can be built again.
@NullMarked
package city.adapter.vectors;

import org.jspecify.annotations.NullMarked;
