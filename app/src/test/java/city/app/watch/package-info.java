/// The running city as those see it who only watch it, or hand it rubbish.
@NullMarked
package city.app.watch;

import org.jspecify.annotations.NullMarked;
