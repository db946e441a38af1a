/// Tests of residents against the real world and economy.
@NullMarked
package city.agents.application;

import org.jspecify.annotations.NullMarked;
