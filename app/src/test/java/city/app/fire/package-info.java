/// The packed city as a process that is cut off, killed, tampered with and asked by many at once.
@NullMarked
package city.app.fire;

import org.jspecify.annotations.NullMarked;
