/// What operators and tools ask: health, metrics, the description of the API and its page.
@NullMarked
package city.adapter.web.operation;

import org.jspecify.annotations.NullMarked;
