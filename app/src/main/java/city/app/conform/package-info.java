/// Stands between a city and a program that speaks for a resident, and says what the program does wrong.
@NullMarked
package city.app.conform;

import org.jspecify.annotations.NullMarked;
