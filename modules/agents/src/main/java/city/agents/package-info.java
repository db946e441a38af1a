/// The city's residents: persona, needs, plans, and the decisions that they carry out through the other modules.
///
/// A resident sleeps, works and waits at no cost: it has one timer, and wakes by it, on arriving somewhere, or when
/// something happens where it is. Awake it observes and decides; then its action is validated and carried out by the
/// same code as an order given in its name. Needs move by city time alone and are computed when they are read.
///
/// {@link city.agents.AgentsCommand} is what can be asked of residents, {@link city.agents.Action} what they can do,
/// {@link city.agents.AgentsEvent} what they did, {@link city.agents.AgentsReads} how readers see them.
@NullMarked
package city.agents;

import org.jspecify.annotations.NullMarked;
