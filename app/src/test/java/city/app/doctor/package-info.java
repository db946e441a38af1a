/// Whether `./city doctor` tells the truth.
@NullMarked
package city.app.doctor;

import org.jspecify.annotations.NullMarked;
