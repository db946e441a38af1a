/// What a language model is told when it is to think for a resident: the city's instructions, and the resident's
/// situation as text in which no id stands and nobody's words can pass for the city's.
@NullMarked
package city.agents.domain.prompt;

import org.jspecify.annotations.NullMarked;
