@NullMarked
package city.app.bench.peers;

import org.jspecify.annotations.NullMarked;
