/// What the tests of adapters share: contracts of this module's ports, and doubles that fulfil them.
@NullMarked
package city.agents.testing;

import org.jspecify.annotations.NullMarked;
