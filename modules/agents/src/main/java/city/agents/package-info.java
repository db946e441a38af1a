/// The city's residents: persona, needs, plans, and the decisions that they carry out through the other modules.
@NullMarked
package city.agents;

import org.jspecify.annotations.NullMarked;
