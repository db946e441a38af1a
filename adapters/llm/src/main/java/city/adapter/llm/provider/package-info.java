/// One provider of models: what goes over the wire to it, what its replies mean, and when it is left alone.
@NullMarked
package city.adapter.llm.provider;

import org.jspecify.annotations.NullMarked;
