/// What must hold after any fault: pure checks of what was seen against what is recorded. Each says what broke.
@NullMarked
package city.app.fire.check;

import org.jspecify.annotations.NullMarked;
