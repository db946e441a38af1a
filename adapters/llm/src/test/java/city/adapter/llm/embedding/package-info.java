/// Embedders on stand-ins for providers, and the model in the process for real.
@NullMarked
package city.adapter.llm.embedding;

import org.jspecify.annotations.NullMarked;
