/// JSON in its canonical text: written one way only, and read no other way.
@NullMarked
package city.adapter.codec.text;

import org.jspecify.annotations.NullMarked;
