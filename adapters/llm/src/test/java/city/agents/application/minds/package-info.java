/// Questions as the city asks them, with real providers behind them and real budgets before them.
@NullMarked
package city.agents.application.minds;

import org.jspecify.annotations.NullMarked;
