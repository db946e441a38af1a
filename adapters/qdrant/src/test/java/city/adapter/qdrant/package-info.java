/// The index on a server that stands in for Qdrant, and on Qdrant's own image.
@NullMarked
package city.adapter.qdrant;

import org.jspecify.annotations.NullMarked;
