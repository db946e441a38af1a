/// Good minds and bad ones before the examiner.
@NullMarked
package city.app.conform;

import org.jspecify.annotations.NullMarked;
