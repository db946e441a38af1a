/// What can be done to residents and what they do, put together by {@link city.agents.application.AgentsModule}.
@NullMarked
package city.agents.application;

import org.jspecify.annotations.NullMarked;
