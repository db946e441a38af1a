/// What keeps decisions within their deadline on a machine that has other things to do: how many are under way, when
/// each begins, and how much of its time is kept for handing it in. It has no clock; the moment comes with each call.
@NullMarked
package city.agents.domain.deadline;

import org.jspecify.annotations.NullMarked;
