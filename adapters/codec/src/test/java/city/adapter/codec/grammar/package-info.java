/// Models' answers, and what is none.
@NullMarked
package city.adapter.codec.grammar;

import org.jspecify.annotations.NullMarked;
