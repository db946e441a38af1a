/// What residents say to whom, and when: partners chosen by ties and temper, words composed from a grammar, the
/// speaker's own persona and what it knows.
@NullMarked
package city.agents.domain.talk;

import org.jspecify.annotations.NullMarked;
