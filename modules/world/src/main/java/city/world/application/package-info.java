/// The world's use cases and its assembler, {@link city.world.application.WorldModule}.
@NullMarked
package city.world.application;

import org.jspecify.annotations.NullMarked;
