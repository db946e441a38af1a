/// What the city keeps of its past besides the journal: keyframes, and how far the event log reaches back.
@NullMarked
package city.world.kernel.history;

import org.jspecify.annotations.NullMarked;
