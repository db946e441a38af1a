/// The rules of remembering: what matters, what comes to mind, what fades, and what sleep makes of a day. Pure, safe
/// from any thread.
@NullMarked
package city.memory.domain;

import org.jspecify.annotations.NullMarked;
