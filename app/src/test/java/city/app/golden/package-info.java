/// Journals that were recorded once, and the states that they must give for as long as the rules have their version.
@NullMarked
package city.app.golden;

import org.jspecify.annotations.NullMarked;
