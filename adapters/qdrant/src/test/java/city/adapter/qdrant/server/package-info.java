/// A server that speaks Qdrant's gRPC as its documentation has it, and fails as a test tells it to.
@NullMarked
package city.adapter.qdrant.server;

import org.jspecify.annotations.NullMarked;
