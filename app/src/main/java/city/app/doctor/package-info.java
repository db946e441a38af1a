/// `./city doctor`: whether this machine and this data folder can run a city, each check a line with what to do.
@NullMarked
package city.app.doctor;

import org.jspecify.annotations.NullMarked;
