/// Asks minds outside of the city what residents do next: follows the questions in the event log, and hands the answers
/// in as commands. Nothing of it runs on the city thread, and the city waits for none of it.
@NullMarked
package city.agents.application.minds;

import org.jspecify.annotations.NullMarked;
