/// Loads that a running city carries: how soon subscribers hear of what happened, how many transfers clients get
/// through HTTP, how fast it starts upon a long past. Where there is a peer, the two take turns.
@NullMarked
package city.app.bench.load;

import org.jspecify.annotations.NullMarked;
