/// The living city: the city thread, its inbox, its clock against the wall, and what it publishes after each commit.
@NullMarked
package city.world.kernel.engine;

import org.jspecify.annotations.NullMarked;
