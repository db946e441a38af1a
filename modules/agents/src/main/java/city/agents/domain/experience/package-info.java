/// What events mean to those who live through them: pure rules from the log and a snapshot to what each resident
/// remembers, in the first person.
@NullMarked
package city.agents.domain.experience;

import org.jspecify.annotations.NullMarked;
