/// Embedders: a small model in the process, or a provider's over HTTP; before each a memory of what it gave.
@NullMarked
package city.adapter.llm.embedding;

import org.jspecify.annotations.NullMarked;
