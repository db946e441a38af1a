/// What a benchmark stands beside: the agent rule by which simulators are often compared, in other hands.
@NullMarked
package city.app.bench.peers;

import org.jspecify.annotations.NullMarked;
