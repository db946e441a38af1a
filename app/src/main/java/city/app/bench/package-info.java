/// The benchmark suite: what a stranger can repeat with one command.
@NullMarked
package city.app.bench;

import org.jspecify.annotations.NullMarked;
