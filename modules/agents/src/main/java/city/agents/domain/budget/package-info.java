/// What thinking may cost: budgets of calls, tokens and money, for the city, for a provider and for a resident, and
/// the governor that keeps them. It has no clock; the moment comes with each call.
@NullMarked
package city.agents.domain.budget;

import org.jspecify.annotations.NullMarked;
