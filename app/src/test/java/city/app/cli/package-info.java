/// The words after `./city`, without a process of their own.
@NullMarked
package city.app.cli;

import org.jspecify.annotations.NullMarked;
