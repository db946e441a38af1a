/// The index of memories in a Qdrant server, over gRPC, in the shape that other programs can read as well.
@NullMarked
package city.adapter.qdrant;

import org.jspecify.annotations.NullMarked;
