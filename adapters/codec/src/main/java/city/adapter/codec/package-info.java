/// Writes commands, answers and events in a stable form for the outside, under names that outlive their
/// classes.
@NullMarked
package city.adapter.codec;

import org.jspecify.annotations.NullMarked;
